package social.greenroom.api.internal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static social.greenroom.api.testing.JobTokens.toInternalPort;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.media.ApiMedia;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.JobTokens;
import social.greenroom.media.Pictures;

/** What each of the three ports answers, and that none answers what belongs to another. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class InternalPortIT {
  private static final byte[] PICTURE = Pictures.encode(Pictures.quarters(30, 20), "png");

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @Inject ApiDatabases databases;
  @Inject ApiMedia media;

  private String medium;
  private String token;

  @BeforeEach
  void aPicture() throws Exception {
    var agency = new Agency(databases);
    var sha256 =
        media.store().put(agency.id(), new ByteArrayInputStream(PICTURE), PICTURE.length).sha256();
    medium = "media/%s/%s".formatted(agency.id(), sha256);
    token = JobTokens.write(agency.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q",
        "/q/health",
        "/q/health/live",
        "/q/health/ready",
        "/q/health/started",
        "/q/metrics",
        "/q/openapi",
        "/q/swagger-ui",
        "/q/arc/beans",
        "/q/info",
      })
  void whatIsForTheClusterIsNotOnThePublicPort(String path) {
    given().get(path).then().statusCode(404);
    toInternalPort().get(path).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
  void itIsOnThePortForIt(String path) {
    given().get(management.resolve(path)).then().statusCode(200);
  }

  @Test
  void nothingElseIsOnThatPort() {
    given().get(management.resolve("/")).then().statusCode(404);
    given().get(management.resolve("/api/v1/variants")).then().statusCode(404);
    given().get(management.resolve("/api/v1/internal/" + medium)).then().statusCode(404);
  }

  @Test
  void aJobsTokenOpensNothingOnThePublicPort() {
    assertThat(JobTokens.with(token).get("/api/v1/internal/" + medium).statusCode()).isEqualTo(200);
    for (var method : new String[] {"GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS"}) {
      var answer =
          JobTokens.with(token)
              .port(RestAssured.port)
              .contentType("application/octet-stream")
              .body(method.equals("PUT") ? PICTURE : new byte[0])
              .request(method, "/api/v1/internal/" + medium);
      assertThat(answer.statusCode()).as(method).isEqualTo(404);
    }
    given()
        .get("/api/v1/internal/renders/" + UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", equalTo("There is nothing at this address."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/internal;a=b/",
        "/api/v1;a=b/internal/",
        "/api/v1/./internal/",
        "/api/v1/x/../internal/",
        "/api/v1/%69nternal/",
        "/api/v1//internal/",
        "//api/v1/internal/",
        "/api/v1/internal//",
      })
  void noSpellingOfThePathLeadsThere(String prefix) throws IOException {
    assertThat(raw(RestAssured.port, prefix + medium)).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/me", "/assets/page-4f2a.js", "/api/v1/session", "/api/v1/posts"})
  void whatPeopleUseIsNotOnTheInternalPort(String path) {
    toInternalPort()
        .get(path)
        .then()
        .statusCode(404)
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
  }

  /** As it is written: a client would put the path in order first. */
  private String raw(int port, String path) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, token)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
