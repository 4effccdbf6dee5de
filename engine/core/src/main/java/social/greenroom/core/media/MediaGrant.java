package social.greenroom.core.media;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the bearer of a token may do with one tenant's media, until when.
 *
 * @param requestId the one request whose pictures may be rendered; null unless the scope is RENDER
 * @param expires to the second; from then on it is worth nothing
 */
public record MediaGrant(UUID tenantId, Scope scope, @Nullable UUID requestId, Instant expires) {
  /** How far a grant reaches. */
  public enum Scope {
    /** Reads every medium of the tenant. */
    READ,
    /** Reads and adds media of the tenant. */
    WRITE,
    /** Reads the sources of one request, and hands in the pictures made of them. */
    RENDER
  }

  public MediaGrant {
    if ((scope == Scope.RENDER) == (requestId == null)) {
      throw new IllegalArgumentException("A grant to render names its request, no other does.");
    }
    expires = expires.truncatedTo(ChronoUnit.SECONDS);
  }

  /** For publishing. */
  public static MediaGrant read(UUID tenantId, Instant expires) {
    return new MediaGrant(tenantId, Scope.READ, null, expires);
  }

  /** For drafting. */
  public static MediaGrant write(UUID tenantId, Instant expires) {
    return new MediaGrant(tenantId, Scope.WRITE, null, expires);
  }

  /** For rendering the pictures of one request. */
  public static MediaGrant render(UUID tenantId, UUID requestId, Instant expires) {
    return new MediaGrant(tenantId, Scope.RENDER, requestId, expires);
  }

  public boolean mayRead() {
    return scope != Scope.RENDER;
  }

  public boolean mayWrite() {
    return scope == Scope.WRITE;
  }

  public boolean mayRender(UUID request) {
    return request.equals(requestId);
  }
}
