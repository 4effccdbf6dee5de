package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.exchange.Exchange;
import social.greenroom.sandbox.exchange.Reply;

/** Registration of applications, and tokens: got, renewed, revoked. */
final class OAuthRoutes {
  private final Exchange exchange;
  private final Apps apps;
  private final Codes codes;
  private final Tokens tokens;

  OAuthRoutes(Exchange exchange, Apps apps, Codes codes, Tokens tokens) {
    this.exchange = exchange;
    this.apps = apps;
    this.codes = codes;
    this.tokens = tokens;
  }

  void mount(Router router) {
    router.post("/mastodon/api/v1/apps").handler(ctx -> answer(ctx, this::register));
    router.post("/mastodon/oauth/token").handler(ctx -> answer(ctx, this::token));
    router.post("/mastodon/oauth/revoke").handler(ctx -> answer(ctx, this::revoke));
  }

  private interface Step {
    Reply take(RoutingContext ctx, Form form);
  }

  private void answer(RoutingContext ctx, Step step) {
    var form = Form.of(ctx);
    exchange.answer(
        ctx,
        new Caller(Network.MASTODON, "", Operation.AUTHORIZE),
        new MastodonDialect(),
        truncating -> step.take(ctx, form));
  }

  private Reply register(RoutingContext ctx, Form form) {
    var redirects =
        form.list("redirect_uris").isEmpty()
            ? form.text("redirect_uris")
            : String.join("\n", form.list("redirect_uris"));
    if (form.text("client_name").isBlank() || redirects.isBlank()) {
      return Reply.refused(
          422,
          new JsonObject().put("error", "Validation failed: Name and Redirect URI are wanted"));
    }
    var scopes = form.text("scopes").isBlank() ? "read" : form.text("scopes");
    return Reply.ok(apps.register(form.text("client_name"), redirects, scopes));
  }

  private Reply token(RoutingContext ctx, Form form) {
    var app = application(ctx, form);
    if (app.isEmpty()) {
      return invalid(401, "invalid_client", "Client authentication failed");
    }
    return switch (form.text("grant_type")) {
      case "authorization_code" -> byCode(app.get(), form);
      case "refresh_token" ->
          tokens
              .refresh(form.text("refresh_token"), app.get().clientId())
              .map(Reply::ok)
              .orElseGet(OAuthRoutes::invalidGrant);
      case "client_credentials" -> Reply.ok(tokens.issue("", "read", app.get().clientId()));
      default -> invalid(400, "unsupported_grant_type", "The grant type isn't supported");
    };
  }

  private Reply byCode(Apps.App app, Form form) {
    return codes
        .redeem(form.text("code"))
        .filter(consent -> consent.client().equals(app.clientId()))
        .filter(consent -> consent.redirect().equals(form.text("redirect_uri")))
        .filter(consent -> consent.proven(form.text("code_verifier")))
        .map(consent -> Reply.ok(tokens.issue(consent.handle(), consent.scope(), app.clientId())))
        .orElseGet(OAuthRoutes::invalidGrant);
  }

  private Reply revoke(RoutingContext ctx, Form form) {
    if (application(ctx, form).isEmpty()) {
      return invalid(403, "unauthorized_client", "You are not authorized to revoke this token");
    }
    tokens.revoke(form.text("token"));
    return Reply.ok(new JsonObject());
  }

  /** The application, by its id and secret in the form or in a Basic header. */
  private Optional<Apps.App> application(RoutingContext ctx, Form form) {
    var header = ctx.request().getHeader("Authorization");
    var id = form.text("client_id");
    var secret = form.text("client_secret");
    if (header != null && header.startsWith("Basic ")) {
      try {
        var pair =
            new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        id = pair.substring(0, Math.max(0, colon));
        secret = pair.substring(colon + 1);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    var shown = secret;
    return apps.find(id).filter(app -> app.knows(shown));
  }

  private static Reply invalidGrant() {
    return invalid(
        400,
        "invalid_grant",
        "The provided authorization grant is invalid, expired, revoked, does not match the"
            + " redirection URI used in the authorization request, or was issued to another client.");
  }

  private static Reply invalid(int status, String error, String description) {
    return Reply.refused(
        status, new JsonObject().put("error", error).put("error_description", description));
  }
}
