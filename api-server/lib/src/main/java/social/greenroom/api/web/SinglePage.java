package social.greenroom.api.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import social.greenroom.api.problem.ProblemKind;

/**
 * Answers what no resource, file or framework route did: the page's own addresses get the page,
 * which knows what to show there; unknown API addresses get a problem.
 */
@Singleton
public final class SinglePage {
  private static final String PAGE = "/index.html";

  /** Just before the router's own "not found", which Quarkus adds with the greatest order. */
  private static final int LAST = 50_000;

  void register(@Observes Router router) {
    router.route().order(LAST).handler(SinglePage::answer);
  }

  private static void answer(RoutingContext context) {
    var path = context.normalizedPath();
    var method = context.request().method();
    if (path.startsWith("/api/") || path.equals("/api")) {
      ProblemAnswer.send(
          context, ProblemKind.NOT_FOUND.because("There is nothing at this address."));
    } else if (isPageAddress(path)
        && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
      context.reroute(PAGE);
    } else {
      context.next();
    }
  }

  /** True for addresses such as /me or /talents/3: not the framework's, and not a file's. */
  static boolean isPageAddress(String path) {
    var lastSegment = path.substring(path.lastIndexOf('/') + 1);
    return !path.equals("/q") && !path.startsWith("/q/") && !lastSegment.contains(".");
  }
}
