package social.greenroom.api.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.core.access.SessionToken;

/**
 * Finds the session behind a request, and refuses what was forged: an unsafe request has to come
 * from our own page (Origin) and to repeat the session's CSRF token, which no other page can read.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SessionFilter implements ContainerRequestFilter {
  /** The header that carries the CSRF token. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final ApiDatabases databases;
  private final CurrentCaller current;

  @Context @Nullable ResourceInfo resource;

  SessionFilter(ApiDatabases databases, CurrentCaller current) {
    this.databases = databases;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var unsafe = !SAFE.contains(request.getMethod());
    if (unsafe
        && !RequestOrigin.sameAs(
            request.getHeaderString("Origin"), request.getHeaderString(HttpHeaders.HOST))) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "The request comes from another site's page, so it was refused.");
    }
    var caller = token(request).flatMap(this::caller);
    if (caller.isPresent()) {
      if (unsafe && !anonymous()) {
        requireCsrf(request, caller.get());
      }
      caller.get().require(Permission.VIEW);
      MDC.put("tenant", caller.get().tenantId());
      current.set(caller.get());
    } else if (!anonymous()) {
      throw ProblemException.of(
          ProblemKind.SIGN_IN_NEEDED, "You aren't signed in, or your session has ended. Sign in.");
    }
  }

  private boolean anonymous() {
    var method = resource == null ? null : resource.getResourceMethod();
    return method != null && method.isAnnotationPresent(Anonymous.class);
  }

  private static Optional<SessionToken> token(ContainerRequestContext request) {
    var cookie = request.getCookies().get(SessionCookie.NAME);
    return cookie == null ? Optional.empty() : SessionToken.parse(cookie.getValue());
  }

  private Optional<Caller> caller(SessionToken token) {
    return databases
        .lookup()
        .sessions()
        .find(token.hash())
        .map(session -> Caller.of(session, token));
  }

  private static void requireCsrf(ContainerRequestContext request, Caller caller) {
    var header = request.getHeaderString(CSRF_HEADER);
    if (header == null || !caller.token().csrfMatches(header)) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "The header %s is missing or isn't this session's; read the session again, then repeat."
              .formatted(CSRF_HEADER));
    }
  }
}
