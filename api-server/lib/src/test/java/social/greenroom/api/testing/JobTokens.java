package social.greenroom.api.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.UUID;
import social.greenroom.api.internal.InternalPort;
import social.greenroom.core.media.MediaGrant;
import social.greenroom.core.media.MediaTokens;

/** What the operator signs for Jobs. */
public final class JobTokens {
  private static final MediaTokens TOKENS = MediaTokens.of(DatabaseResource.SIGNING_KEY);

  private JobTokens() {}

  public static String read(UUID tenant) {
    return sign(MediaGrant.read(tenant, inAnHour()));
  }

  public static String write(UUID tenant) {
    return sign(MediaGrant.write(tenant, inAnHour()));
  }

  public static String render(UUID tenant, UUID request) {
    return sign(MediaGrant.render(tenant, request, inAnHour()));
  }

  public static String sign(MediaGrant grant) {
    return TOKENS.sign(grant);
  }

  /** A Job's call. */
  public static RequestSpecification with(String token) {
    return toInternalPort().header("Authorization", "Bearer " + token);
  }

  /** A call by the port that Jobs use. */
  public static RequestSpecification toInternalPort() {
    return given().port(internalPort());
  }

  public static int internalPort() {
    return CDI.current().select(InternalPort.class).get().number();
  }

  private static Instant inAnHour() {
    return Instant.now().plusSeconds(3600);
  }
}
