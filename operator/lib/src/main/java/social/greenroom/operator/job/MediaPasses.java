package social.greenroom.operator.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.media.MediaGrant;
import social.greenroom.core.media.MediaTokens;
import social.greenroom.operator.config.WorkSettings;

/** Signs the tokens with which Jobs reach media through the API server. */
@ApplicationScoped
public class MediaPasses {
  /** Far longer than any Job; short enough that one that leaked is soon worth nothing. */
  private static final Duration LIFETIME = Duration.ofHours(24);

  /** A Tenant is looked at many times in this while. */
  private static final Duration RENEW_BEFORE = LIFETIME.dividedBy(2);

  private final MediaTokens tokens;
  private final boolean shared;
  private final InstantSource clock;

  @Inject
  MediaPasses(WorkSettings settings) {
    this(settings, InstantSource.system());
  }

  MediaPasses(WorkSettings settings, InstantSource clock) {
    this.tokens = MediaTokens.of(settings.media().signingKey());
    this.shared = settings.media().dir().isPresent();
    this.clock = clock;
  }

  /**
   * What the tenant's Secret holds for its Jobs, by key: the tokens that are there while they are
   * good for another while, else new ones. Nothing where Jobs share the folder.
   */
  public Map<String, String> ofTenant(UUID tenantId, Map<String, String> there) {
    var passes = new HashMap<String, String>();
    if (!shared) {
      var expires = clock.instant().plus(LIFETIME);
      keep(passes, JobSecret.MEDIA_READ_TOKEN, MediaGrant.read(tenantId, expires), there);
      keep(passes, JobSecret.MEDIA_WRITE_TOKEN, MediaGrant.write(tenantId, expires), there);
    }
    return Map.copyOf(passes);
  }

  private void keep(
      Map<String, String> passes, String key, MediaGrant grant, Map<String, String> there) {
    var known = there.get(key);
    passes.put(key, good(known, grant) ? known : tokens.sign(grant));
  }

  private boolean good(@Nullable String known, MediaGrant grant) {
    return known != null
        && tokens
            .read(known, clock.instant().plus(RENEW_BEFORE))
            .filter(found -> found.tenantId().equals(grant.tenantId()))
            .filter(found -> found.scope() == grant.scope())
            .isPresent();
  }

  /** Whether a token is worth anything yet. */
  boolean alive(String token) {
    return tokens.read(token, clock.instant()).isPresent();
  }

  /** The token of the Job that renders this request's pictures; it lives a little longer. */
  public String ofRendering(UUID tenantId, UUID requestId) {
    var expires = clock.instant().plus(JobKind.RENDER.deadline().multipliedBy(2));
    return tokens.sign(MediaGrant.render(tenantId, requestId, expires));
  }
}
