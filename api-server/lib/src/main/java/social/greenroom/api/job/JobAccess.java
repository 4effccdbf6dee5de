package social.greenroom.api.job;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.media.ApiMediaConfig;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.media.MediaGrant;
import social.greenroom.core.media.MediaTokens;

/** Reads what a Job may do from the token that the operator gave it; no cookie has a say in it. */
@Startup // so that a key that is none stops the start, and not the first Job
@ApplicationScoped
public class JobAccess {
  private static final String BEARER = "Bearer ";

  private final MediaTokens tokens;
  private final ApiClock clock;

  JobAccess(ApiMediaConfig config, ApiClock clock) {
    this.tokens = MediaTokens.of(config.signingKey());
    this.clock = clock;
  }

  /**
   * A grant to read that tenant's media.
   *
   * @throws ProblemException 401, 403, or 404 where the grant is another tenant's
   */
  public MediaGrant reading(@Nullable String authorization, UUID tenantId) {
    var grant = ofTenant(authorization, tenantId);
    return allowed(grant, grant.mayRead());
  }

  /**
   * A grant to add to that tenant's media.
   *
   * @throws ProblemException 401, 403, or 404 where the grant is another tenant's
   */
  public MediaGrant writing(@Nullable String authorization, UUID tenantId) {
    var grant = ofTenant(authorization, tenantId);
    return allowed(grant, grant.mayWrite());
  }

  /**
   * A grant to render the pictures of that request.
   *
   * @throws ProblemException 401 or 403
   */
  public MediaGrant rendering(@Nullable String authorization, UUID requestId) {
    var grant = grant(authorization);
    return allowed(grant, grant.mayRender(requestId));
  }

  private MediaGrant ofTenant(@Nullable String authorization, UUID tenantId) {
    var grant = grant(authorization);
    if (!grant.tenantId().equals(tenantId)) {
      // As for a medium that isn't there: nothing is told about other tenants.
      throw ProblemException.notFound("medium");
    }
    return grant;
  }

  private static MediaGrant allowed(MediaGrant grant, boolean allowed) {
    if (!allowed) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "The Job's token doesn't reach this; each Job has one of its own.");
    }
    return grant;
  }

  private MediaGrant grant(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw refused();
    }
    return tokens
        .read(authorization.substring(BEARER.length()), clock.now())
        .orElseThrow(JobAccess::refused);
  }

  private static ProblemException refused() {
    return ProblemException.of(
        ProblemKind.SIGN_IN_NEEDED,
        "A Job's token is needed here, and this is none, or it has expired.");
  }
}
