package social.greenroom.sandbox.mastodon;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.timeline.Html;
import social.greenroom.sandbox.timeline.TimelinePage;

/**
 * {@code /oauth/authorize}: a page where a person says yes or no; a program says yes by sending the
 * page's form itself, with {@code decision=approve} and a {@code handle}.
 */
final class ConsentRoutes {
  private static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
  private static final List<String> CARRIED =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "state",
          "code_challenge",
          "code_challenge_method");

  private final Apps apps;
  private final Codes codes;

  ConsentRoutes(Apps apps, Codes codes) {
    this.apps = apps;
    this.codes = codes;
  }

  void mount(Router router) {
    router.get("/mastodon/oauth/authorize").handler(this::ask);
    router.post("/mastodon/oauth/authorize").handler(this::decide);
  }

  private void ask(RoutingContext ctx) {
    var form = Form.of(ctx);
    var app = application(form);
    if (app.isEmpty()) {
      page(ctx, 400, "<h1>This application isn't known here</h1>");
      return;
    }
    var body = new StringBuilder("<h1>Allow ");
    body.append(Html.escape(app.get().name()))
        .append(" to use your account?</h1><p>It asks for: ")
        .append(Html.escape(form.text("scope")))
        .append("</p><form method=\"post\">");
    for (var field : CARRIED) {
      body.append(
          "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
              .formatted(field, Html.escape(form.text(field))));
    }
    body.append("<label for=\"handle\">Your handle</label>")
        .append("<input id=\"handle\" name=\"handle\" required pattern=\"[A-Za-z0-9._@\\-]+\">")
        .append("<button name=\"decision\" value=\"approve\">Allow</button>")
        .append("<button name=\"decision\" value=\"deny\" formnovalidate>Refuse</button></form>");
    page(ctx, 200, body.toString());
  }

  private void decide(RoutingContext ctx) {
    var form = Form.of(ctx);
    var app = application(form);
    var method = form.text("code_challenge_method");
    if (app.isEmpty()) {
      page(ctx, 400, "<h1>This application isn't known here</h1>");
    } else if (!method.isEmpty() && !method.equals("S256")) {
      back(ctx, form, "error=invalid_request");
    } else if (!form.text("decision").equals("approve") || form.text("handle").isBlank()) {
      back(ctx, form, "error=access_denied");
    } else {
      var code =
          codes.issue(
              new Codes.Consent(
                  form.text("handle"),
                  form.text("scope").isEmpty() ? app.get().scopes() : form.text("scope"),
                  app.get().clientId(),
                  form.text("redirect_uri"),
                  form.text("code_challenge"),
                  Instant.now()));
      back(ctx, form, "code=" + code);
    }
  }

  /** A redirect goes only to where the application said at its registration. */
  private Optional<Apps.App> application(Form form) {
    return apps.find(form.text("client_id"))
        .filter(app -> app.redirects().contains(form.text("redirect_uri")));
  }

  private static void back(RoutingContext ctx, Form form, String result) {
    var redirect = form.text("redirect_uri");
    if (redirect.equals(OUT_OF_BAND)) {
      page(ctx, 200, "<h1>Your code</h1><p><code>" + Html.escape(result) + "</code></p>");
      return;
    }
    var state =
        form.text("state").isEmpty()
            ? ""
            : "&state=" + URLEncoder.encode(form.text("state"), StandardCharsets.UTF_8);
    var joint = redirect.contains("?") ? "&" : "?";
    ctx.response()
        .setStatusCode(302)
        .putHeader("Location", redirect + joint + result + state)
        .end();
  }

  private static void page(RoutingContext ctx, int status, String body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .end(TimelinePage.framed("Allow an application", body));
  }
}
