package social.greenroom.api.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** A signed-in person's browser: sends the cookie and the CSRF token. */
public record Person(String cookie, String csrfToken) {
  /** A request that changes nothing. */
  public RequestSpecification reads() {
    return given().cookie("greenroom_session", cookie);
  }

  /** A request that may change something, without a body. */
  public RequestSpecification acts() {
    return reads().header("X-CSRF-Token", csrfToken);
  }

  /** A request that may change something, with that JSON body. */
  public RequestSpecification sends(Object body) {
    return acts().contentType(ContentType.JSON).body(body);
  }
}
