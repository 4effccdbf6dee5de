package social.greenroom.api.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Sets, on every answer of this HTTP server, what a browser may do with it. */
@Singleton
public final class SecurityHeaders {
  /** Before everything else, so that refusals have the headers too. */
  private static final int FIRST = 1_000;

  /**
   * Styles may stand in the page, because the components' library sets positions and sizes that
   * way; scripts may not. Pictures may come from blob: so that one can be seen before its upload.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::add, FIRST);
  }

  private static void add(RoutingContext context) {
    context.addHeadersEndHandler(ignored -> set(context));
    context.next();
  }

  private static void set(RoutingContext context) {
    MultiMap headers = context.response().headers();
    setIfAbsent(headers, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
    setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "X-Frame-Options", "DENY");
    setIfAbsent(headers, "Referrer-Policy", "no-referrer");
    setIfAbsent(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
    setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
    setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
    var path = context.normalizedPath();
    if (path.startsWith("/api/")) {
      setIfAbsent(headers, HttpHeaders.CACHE_CONTROL.toString(), "no-store");
    } else if (!path.startsWith("/assets/")) {
      // The page names its scripts by content hash; only those may be kept.
      headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
  }

  private static void setIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }
}
