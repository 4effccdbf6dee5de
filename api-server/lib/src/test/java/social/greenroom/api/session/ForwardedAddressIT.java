package social.greenroom.api.session;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.greenroom.api.testing.DatabaseResource;

/** Whose address counts a failed sign-in, behind a proxy set up as the chart does. */
@QuarkusTest
@TestProfile(ForwardedAddressIT.BehindAProxy.class)
@QuarkusTestResource(DatabaseResource.class)
class ForwardedAddressIT {
  private static final String PROXY = "127.0.0.2";
  private static final String SOMEBODY_ELSE = "127.0.0.1";

  public static final class BehindAProxy implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true",
          "quarkus.http.proxy.trusted-proxies", "127.0.0.2/32,192.0.2.1",
          "greenroom.session.sign-in.failures-per-address", "2",
          "greenroom.session.sign-in.failures-per-email", "1000");
    }
  }

  @Test
  void eachPersonBehindTheProxyIsCountedByThemselves() throws Exception {
    guess(PROXY, "203.0.113.7").statusCode(401);
    guess(PROXY, "203.0.113.7").statusCode(401);
    guess(PROXY, "203.0.113.7").statusCode(429);

    guess(PROXY, "203.0.113.8").statusCode(401);
  }

  @Test
  void nobodyElseIsBelievedWhereTheyComeFrom() throws Exception {
    guess(SOMEBODY_ELSE, "198.51.100.1").statusCode(401);
    guess(SOMEBODY_ELSE, "198.51.100.2").statusCode(401);

    guess(SOMEBODY_ELSE, "198.51.100.3").statusCode(429);
  }

  private static ValidatableResponse guess(String from, String forwardedFor)
      throws UnknownHostException {
    return given()
        .config(
            RestAssuredConfig.config()
                .httpClient(
                    HttpClientConfig.httpClientConfig()
                        .setParam("http.route.local-address", InetAddress.getByName(from))))
        .contentType(ContentType.JSON)
        .header("Host", "greenroom.example")
        .header("Origin", "https://greenroom.example")
        .header("X-Forwarded-For", forwardedFor)
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Port", "443")
        .body(Map.of("email", "nobody@north.example", "password", "guess"))
        .post("/api/v1/session")
        .then();
  }
}
