package social.greenroom.api.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request an id, which its log lines and its answer carry: the proxy's, where that sent
 * a plain one.
 */
@Singleton
public final class RequestId {
  static final String HEADER = "X-Request-Id";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Before whatever may log. */
  private static final int FIRST = 1_001;

  void register(@Observes Filters filters) {
    filters.register(RequestId::add, FIRST);
  }

  private static void add(RoutingContext context) {
    var id = of(context.request().getHeader(HEADER));
    MDC.put("request", id);
    context.response().putHeader(HEADER, id);
    context.next();
  }

  static String of(@Nullable String sent) {
    return sent != null && PLAIN.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }
}
