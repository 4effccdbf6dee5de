package social.greenroom.sandbox.exchange;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.fault.Fault;
import social.greenroom.sandbox.fault.Faults;
import social.greenroom.sandbox.journal.Journal;

/** Takes calls to their answers, through the faults that were asked for; counts each call once. */
public final class Exchange {
  private static final Duration RATE_LIMIT_WINDOW = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Journal journal;
  private final Counts counts;
  private final Faults faults;

  public Exchange(Vertx vertx, Journal journal, Counts counts, Faults faults) {
    this.vertx = vertx;
    this.journal = journal;
    this.counts = counts;
    this.faults = faults;
  }

  /** Answers a call; what it changed is in the journal before the answer leaves. */
  public void answer(RoutingContext ctx, Caller caller, Dialect dialect, Handling handling) {
    var call = new Call(ctx, caller, dialect, handling);
    later(faults.latency(), () -> faults.strike(caller).ifPresentOrElse(call::struck, call::plain));
  }

  private void later(Duration delay, Runnable then) {
    if (delay.isZero()) {
      then.run();
    } else {
      vertx.setTimer(delay.toMillis(), timer -> then.run());
    }
  }

  private final class Call {
    private final RoutingContext ctx;
    private final Caller caller;
    private final Dialect dialect;
    private final Handling handling;

    Call(RoutingContext ctx, Caller caller, Dialect dialect, Handling handling) {
      this.ctx = ctx;
      this.caller = caller;
      this.dialect = dialect;
      this.handling = handling;
    }

    void plain() {
      send(done(handling.handle(false)));
    }

    void struck(Fault fault) {
      var reset = Instant.now().plus(RATE_LIMIT_WINDOW);
      switch (fault.kind()) {
        case FAIL_BEFORE -> send(done(dialect.unavailable()));
        case RATE_LIMIT -> send(done(dialect.rateLimited(reset, true)));
        case RATE_LIMIT_NO_HEADERS -> send(done(dialect.rateLimited(reset, false)));
        case REVOKED -> send(done(dialect.revoked()));
        case DUPLICATE -> send(done(dialect.duplicate()));
        case TRUNCATE -> send(done(handling.handle(true)));
        case RESET -> {
          done(dialect.unavailable());
          Hangup.reset(ctx.request());
        }
        case FAIL_AFTER_ACCEPT -> {
          done(handling.handle(false));
          Hangup.drop(ctx.request());
        }
        case WRONG_SCHEMA -> {
          var reply = done(handling.handle(false));
          send(reply.accepted() ? dialect.garbled() : reply);
        }
        case SLOW -> {
          var reply = done(handling.handle(false));
          later(fault.delay(), () -> send(reply));
        }
        case SLOW_ACCEPT -> later(fault.delay(), this::plain);
      }
    }

    private Reply done(Reply reply) {
      counts.count(caller, reply.accepted());
      journal.commit();
      return reply;
    }

    private void send(Reply reply) {
      reply.send(ctx.response());
    }
  }
}
