package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.exchange.Exchange;
import social.greenroom.sandbox.exchange.Reply;

/** The instance's door: who comes in, with which scope, and how often. */
final class Front {
  /** What is done for somebody who was let in. */
  interface Service {
    Reply serve(String handle, boolean truncating);
  }

  private final Exchange exchange;
  private final Tokens tokens;
  private final RateWindow window = new RateWindow();

  Front(Exchange exchange, Tokens tokens) {
    this.exchange = exchange;
    this.tokens = tokens;
  }

  void admit(RoutingContext ctx, Operation operation, String scope, Service service) {
    var header = ctx.request().getHeader("Authorization");
    var grant = tokens.access(header == null ? "" : header.replaceFirst("(?i)^Bearer ", ""));
    if (grant.isEmpty()) {
      refuse(ctx, 401, "The access token is invalid");
    } else if (!grant.get().allows(scope)) {
      refuse(ctx, 403, "This action is outside the authorized scopes");
    } else {
      var handle = grant.get().handle();
      var dialect = new MastodonDialect();
      exchange.answer(
          ctx,
          new Caller(Network.MASTODON, handle, operation),
          dialect,
          truncating ->
              window.take(handle)
                  ? window.tell(handle, service.serve(handle, truncating))
                  : dialect.rateLimited(window.reset(), true));
    }
  }

  private static void refuse(RoutingContext ctx, int status, String why) {
    Reply.refused(status, new JsonObject().put("error", why)).send(ctx.response());
  }
}
