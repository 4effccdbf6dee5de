package social.greenroom.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static social.greenroom.api.testing.JobTokens.internalPort;
import static social.greenroom.api.testing.JobTokens.toInternalPort;
import static social.greenroom.api.testing.JobTokens.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.media.ApiMedia;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.JobTokens;
import social.greenroom.core.access.Role;
import social.greenroom.core.media.MediaGrant;
import social.greenroom.core.media.MediaTokens;
import social.greenroom.media.Pictures;

/** From inside one tenant's Job: what its token reaches, and all that it doesn't. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class JobAccessIT {
  private static final byte[] PICTURE = Pictures.encode(Pictures.quarters(30, 20), "png");

  @Inject ApiDatabases databases;
  @Inject ApiMedia media;

  private Agency ours;
  private Agency theirs;
  private String sha256;

  @BeforeEach
  void aPictureOfTheirs() throws Exception {
    ours = new Agency(databases);
    theirs = new Agency(databases);
    sha256 =
        media.store().put(theirs.id(), new ByteArrayInputStream(PICTURE), PICTURE.length).sha256();
  }

  @Test
  void itsOwnTenantReadsIt() {
    var read = with(JobTokens.read(theirs.id())).get(at(theirs));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.asByteArray()).isEqualTo(PICTURE);
    assertThat(with(JobTokens.write(theirs.id())).head(at(theirs)).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherTenantsMediaAreNotThere() {
    for (var token : new String[] {JobTokens.read(ours.id()), JobTokens.write(ours.id())}) {
      assertRefused(with(token).get(at(theirs)), 404);
      assertThat(with(token).head(at(theirs)).statusCode()).isEqualTo(404);
      assertRefused(with(token).get(at(ours)), 404);
      assertRefused(put(token, at(theirs)), 404);
    }
  }

  @Test
  void aTokenThatOnlyReadsAddsNothing() {
    assertRefused(put(JobTokens.read(ours.id()), at(ours)), 403);
    assertThat(media.store().exists(ours.id(), sha256)).isFalse();
  }

  @Test
  void anExpiredOrAlteredOrForeignTokenIsNone() {
    var past = JobTokens.sign(MediaGrant.read(theirs.id(), Instant.now().minusSeconds(1)));
    assertRefused(with(past).get(at(theirs)), 401);

    var altered = JobTokens.read(ours.id()).replace(ours.id().toString(), theirs.id().toString());
    assertRefused(with(altered).get(at(theirs)), 401);

    var otherKey =
        MediaTokens.of(Base64.getEncoder().encodeToString(new byte[32]))
            .sign(MediaGrant.read(theirs.id(), Instant.now().plusSeconds(60)));
    assertRefused(with(otherKey).get(at(theirs)), 401);

    assertRefused(toInternalPort().get(at(theirs)), 401);
    assertRefused(toInternalPort().header("Authorization", "Basic eDp5").get(at(theirs)), 401);
  }

  @Test
  void aSignedInPersonsCookieOpensNothingHere() {
    var owner = theirs.signedIn("owner", Role.OWNER);
    var port = internalPort();
    assertRefused(owner.acts().port(port).get(at(theirs)), 401);
    assertRefused(
        owner
            .acts()
            .port(port)
            .contentType("application/octet-stream")
            .body(PICTURE)
            .put(at(theirs)),
        401);
  }

  @Test
  void aTokenToRenderReachesItsOneRequestAndNoMedia() {
    var token = JobTokens.render(theirs.id(), UUID.randomUUID());
    assertRefused(with(token).get(at(theirs)), 403);
    assertRefused(put(token, at(theirs)), 403);
    assertRefused(with(token).get("/api/v1/internal/renders/" + UUID.randomUUID()), 403);
  }

  @Test
  void noTokenOpensWhatPeopleSee() {
    for (var path : new String[] {"/api/v1/variants", "/api/v1/media/" + sha256}) {
      assertRefused(with(JobTokens.write(theirs.id())).get(path), 404);
      assertRefused(with(JobTokens.write(theirs.id())).port(RestAssured.port).get(path), 401);
    }
  }

  @Test
  void whatIsAddedHasToBeAPictureAndWhatItsNameSays() {
    var token = JobTokens.write(ours.id());
    var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        with(token).contentType("application/octet-stream").body(page).put(at(ours)), 415);
    put(token, at(ours, "0".repeat(64)))
        .then()
        .statusCode(422)
        .body("detail", containsString("isn't what its name says"));
    assertThat(put(token, at(ours)).statusCode()).isEqualTo(204);
    assertThat(put(token, at(ours)).statusCode()).isEqualTo(204);
    assertThat(media.store().exists(ours.id(), sha256)).isTrue();
  }

  private static Response put(String token, String path) {
    return with(token).contentType("application/octet-stream").body(PICTURE).put(path);
  }

  private static void assertRefused(Response response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.path("detail").toString()).isNotBlank();
  }

  private String at(Agency agency) {
    return at(agency, sha256);
  }

  private static String at(Agency agency, String name) {
    return "/api/v1/internal/media/%s/%s".formatted(agency.id(), name);
  }
}
