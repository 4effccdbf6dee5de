package social.greenroom.api.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.api.testing.DatabaseResource;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class StaticPageIT {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/me", "/talents/3f0a", "/queue?state=failed"})
  void thePagesOwnAddressesGetThePage(String path) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-cache")
        .body(containsString("<title>Greenroom</title>"));
  }

  @Test
  void scriptsNamedByTheirContentMayBeKept() {
    given()
        .get("/assets/page-4f2a.js")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("max-age"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/gone.js", "/favicon.png"})
  void aMissingFileIsMissing(String path) {
    given().get(path).then().statusCode(404);
  }

  @Test
  void anUnknownAddressOfTheApiGetsAProblem() {
    given()
        .get("/api/v1/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404))
        .body("detail", equalTo("There is nothing at this address."));
  }

  @Test
  void allFilesAndAllPagesAreCountedAsOne() {
    given().get("/assets/page-4f2a.js");
    given().get("/talents/3f0a");
    given()
        .get(management.resolve("/q/metrics"))
        .then()
        .statusCode(200)
        .body(containsString("uri=\"/assets/{file}\""))
        .body(containsString("uri=\"/{page}\""))
        .body(not(containsString("3f0a")))
        .body(not(containsString("4f2a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets/page-4f2a.js", "/api/v1/nothing", "/q/openapi"})
  void everyAnswerSaysWhatABrowserMayDo(String path) {
    given()
        .get(path)
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Content-Security-Policy", containsString("script-src 'self';"))
        .header("Content-Security-Policy", not(containsString("unsafe-eval")));
  }
}
