package social.greenroom.sandbox.model;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.exchange.Exchange;
import social.greenroom.sandbox.exchange.Reply;
import social.greenroom.sandbox.journal.Journal;

/** A model router under {@code /model}, OpenAI- and Anthropic-shaped. */
public final class ModelRouter {
  private final Vertx vertx;
  private final Exchange exchange;
  private final Journal journal;
  private final Behaviour behaviour = new Behaviour();
  private final Map<String, Integer> asked = new HashMap<>();
  private int garbage;

  public ModelRouter(Vertx vertx, Exchange exchange, Journal journal) {
    this.vertx = vertx;
    this.exchange = exchange;
    this.journal = journal;
    journal.on("asked", fact -> asked.merge(fact.getString("digest"), 1, Integer::sum));
  }

  public void mount(Router router) {
    router.get("/model/health").handler(ctx -> ctx.json(new JsonObject().put("status", "ok")));
    router.get("/model/v1/models").handler(this::models);
    router.post("/model/v1/chat/completions").handler(ctx -> ask(ctx, new OpenAiShape()));
    router.post("/model/v1/messages").handler(ctx -> ask(ctx, new AnthropicShape()));
    router.get("/model/behaviour").handler(ctx -> ctx.json(behaviour.toJson()));
    router.post("/model/behaviour").handler(this::behave);
  }

  private void behave(RoutingContext ctx) {
    try {
      behaviour.set(ctx.body().asJsonObject());
      ctx.json(behaviour.toJson());
    } catch (IllegalArgumentException e) {
      ctx.response().setStatusCode(400);
      ctx.json(new JsonObject().put("error", e.getMessage()));
    }
  }

  private void models(RoutingContext ctx) {
    if (keyed(ctx)) {
      ctx.json(Models.list());
    } else {
      new ModelDialect(new OpenAiShape()).revoked().send(ctx.response());
    }
  }

  private static boolean keyed(RoutingContext ctx) {
    var bearer = ctx.request().getHeader("Authorization");
    var key = ctx.request().getHeader("x-api-key");
    return (key != null && !key.isBlank())
        || (bearer != null
            && bearer.regionMatches(true, 0, "Bearer ", 0, 7)
            && bearer.length() > 7);
  }

  private void ask(RoutingContext ctx, ApiShape shape) {
    var dialect = new ModelDialect(shape);
    var caller = new Caller(Network.MODEL, "", Operation.CHAT);
    var mode = keyed(ctx) ? behaviour.next() : Behaviour.Mode.NORMAL;
    Runnable answer =
        () -> exchange.answer(ctx, caller, dialect, truncating -> reply(ctx, shape, dialect, mode));
    if (mode == Behaviour.Mode.SLOW) {
      vertx.setTimer(Math.max(1, behaviour.delay().toMillis()), timer -> answer.run());
    } else {
      answer.run();
    }
  }

  private Reply reply(
      RoutingContext ctx, ApiShape shape, ModelDialect dialect, Behaviour.Mode mode) {
    if (!keyed(ctx)) {
      return dialect.revoked();
    }
    if (mode == Behaviour.Mode.ERROR) {
      return dialect.broken();
    }
    try {
      var request = Optional.ofNullable(ctx.body().asJsonObject()).orElseGet(JsonObject::new);
      var prompt = shape.read(request);
      if (!Models.IDS.contains(prompt.model())) {
        return Reply.refused(
            404,
            shape.error(
                "model_not_found", "The model '%s' does not exist".formatted(prompt.model())));
      }
      return said(shape, prompt, complete(prompt, seed(request), mode));
    } catch (IllegalArgumentException | ClassCastException | DecodeException e) {
      return Reply.refused(
          400, shape.error("invalid_request_error", String.valueOf(e.getMessage())));
    }
  }

  private Completion complete(Prompt prompt, long seed, Behaviour.Mode mode) {
    var completion = Improviser.answer(prompt, seed, mode == Behaviour.Mode.OBEY_INJECTION);
    return mode == Behaviour.Mode.GARBAGE ? Garbage.of(completion, garbage++) : completion;
  }

  private static Reply said(ApiShape shape, Prompt prompt, Completion completion) {
    var id = Long.toString(System.nanoTime(), 36);
    if (!prompt.stream()) {
      return Reply.ok(shape.answer(prompt, completion, id));
    }
    return new Reply(
        200,
        Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache"),
        Buffer.buffer(shape.stream(prompt, completion, id)),
        true);
  }

  /** The same question asked again gets another answer, yet the same in the same history. */
  private long seed(JsonObject request) {
    var sum = new CRC32();
    sum.update(request.toBuffer().getBytes());
    var digest = Long.toString(sum.getValue(), 36);
    journal.record("asked", new JsonObject().put("digest", digest));
    return sum.getValue() * 31 + asked.getOrDefault(digest, 0);
  }
}
