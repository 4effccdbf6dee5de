package social.greenroom.operator.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.core.media.MediaGrant;
import social.greenroom.core.media.MediaTokens;

class MediaPassesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final UUID TENANT = UUID.randomUUID();
  private static final MediaTokens TOKENS = MediaTokens.of(TestWork.SIGNING_KEY);

  @Test
  void aTenantsJobsGetOneTokenToReadAndOneToAdd() {
    var passes = at(NOW).ofTenant(TENANT, Map.of());

    var expires = NOW.plus(Duration.ofHours(24));
    assertThat(TOKENS.read(passes.get("GREENROOM_MEDIA_READ_TOKEN"), NOW))
        .contains(MediaGrant.read(TENANT, expires));
    assertThat(TOKENS.read(passes.get("GREENROOM_MEDIA_WRITE_TOKEN"), NOW))
        .contains(MediaGrant.write(TENANT, expires));
  }

  @Test
  void theyAreRenewedAtHalfTime() {
    var passes = at(NOW).ofTenant(TENANT, Map.of());

    assertThat(at(NOW.plus(Duration.ofHours(11))).ofTenant(TENANT, passes)).isEqualTo(passes);
    assertThat(at(NOW.plus(Duration.ofHours(12))).ofTenant(TENANT, passes).values())
        .doesNotContainAnyElementsOf(passes.values());
  }

  @Test
  void whatIsAnothersOrNoneIsReplaced() {
    var others = at(NOW).ofTenant(UUID.randomUUID(), Map.of());
    var swapped =
        Map.of(
            "GREENROOM_MEDIA_READ_TOKEN",
            others.get("GREENROOM_MEDIA_WRITE_TOKEN"),
            "GREENROOM_MEDIA_WRITE_TOKEN",
            "none");

    for (var there : List.of(others, swapped)) {
      assertThat(at(NOW).ofTenant(TENANT, there)).isEqualTo(at(NOW).ofTenant(TENANT, Map.of()));
    }
  }

  @Test
  void whereTheFolderIsSharedThereAreNone() {
    assertThat(new MediaPasses(new TestWork("/media"), () -> NOW).ofTenant(TENANT, Map.of()))
        .isEmpty();
  }

  @Test
  void aRenderTokenOutlivesItsJobAndReachesOneRequest() {
    var request = UUID.randomUUID();
    var token = at(NOW).ofRendering(TENANT, request);

    var deadline = NOW.plus(JobKind.RENDER.deadline());
    assertThat(TOKENS.read(token, deadline))
        .hasValueSatisfying(
            grant -> {
              assertThat(grant.tenantId()).isEqualTo(TENANT);
              assertThat(grant.mayRender(request)).isTrue();
              assertThat(grant.mayRead()).isFalse();
            });
  }

  private static MediaPasses at(Instant now) {
    return new MediaPasses(new TestWork(null), () -> now);
  }
}
