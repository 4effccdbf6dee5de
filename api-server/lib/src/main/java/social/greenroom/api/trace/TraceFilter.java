package social.greenroom.api.trace;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.trace.Fact;

/**
 * Traces what people change: each such request begins a trace. A {@code traceparent} that a browser
 * sends isn't believed, and what only reads isn't traced.
 */
@Provider
@Priority(Priorities.USER)
public class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final ApiTracing tracing;
  private final CurrentTrace current;

  @Context @Nullable ResourceInfo resource;

  TraceFilter(ApiTracing tracing, CurrentTrace current) {
    this.tracing = tracing;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!tracing.tracing().on() || READING.contains(request.getMethod())) {
      return;
    }
    var route = route();
    var span = tracing.tracing().start("%s %s".formatted(request.getMethod(), route));
    current.set(span.tell(Fact.METHOD, request.getMethod()).tell(Fact.ROUTE, route));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!tracing.tracing().on()) {
      return;
    }
    try (var span = current.span()) {
      span.tell(Fact.STATUS, response.getStatus());
      if (response.getStatusInfo().getFamily() == Family.SERVER_ERROR) {
        span.failed();
      }
    }
  }

  /** The path's pattern: the path itself may hold what isn't for a trace. */
  private String route() {
    return resource == null || resource.getResourceMethod() == null
        ? "unknown"
        : path(resource.getResourceClass()) + path(resource.getResourceMethod());
  }

  private static String path(AnnotatedElement declared) {
    var path = declared.getAnnotation(Path.class);
    if (path == null || path.value().equals("/")) {
      return "";
    }
    return path.value().startsWith("/") ? path.value() : "/" + path.value();
  }
}
