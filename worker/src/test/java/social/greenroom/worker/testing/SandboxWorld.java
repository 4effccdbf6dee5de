package social.greenroom.worker.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.core.network.Platform;
import social.greenroom.sandbox.Sandbox;
import social.greenroom.sandbox.SandboxConfig;
import social.greenroom.store.account.AccountRow;

/**
 * The sandbox over HTTP, with one account at each network: what went out, and trouble on demand.
 */
public final class SandboxWorld implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HANDLE = "nora";

  private final Sandbox sandbox = Sandbox.start(SandboxConfig.local());
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Where it is reached. */
  public String address() {
    return sandbox.baseUrl();
  }

  /** The agency's account there, under the id by which the sandbox knows it. */
  public AccountRow account(Agency agency, Platform platform) {
    return account(agency, platform, sandbox.baseUrl());
  }

  /** The same, reached by way of that address. */
  public AccountRow account(Agency agency, Platform platform, String address) {
    agency.environment().put("GREENROOM_EGRESS_ALLOW", URI.create(address).getAuthority());
    return agency.account(
        platform,
        HANDLE + "-" + platform.wireName(),
        HANDLE,
        remoteId(platform),
        address + path(platform),
        "sandbox-" + HANDLE);
  }

  private static String remoteId(Platform platform) {
    return switch (platform) {
      case LINKEDIN -> "urn:li:person:nora";
      case X -> "1002659883403";
      case MASTODON -> "111659883403";
    };
  }

  private static String path(Platform platform) {
    return switch (platform) {
      case LINKEDIN -> "/mcp/composio/linkedin";
      case X -> "/mcp/composio/x";
      case MASTODON -> "/mastodon";
    };
  }

  /** A token for the account at Mastodon as an app gets one, with the app that got it. */
  public String tokenDocument() {
    var app =
        send(
            "POST",
            "/mastodon/api/v1/apps",
            "{\"client_name\":\"Greenroom\",\"redirect_uris\":\"urn:ietf:wg:oauth:2.0:oob\"}");
    return "{\"access_token\":\"sandbox-%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
        .formatted(HANDLE, app.get("client_id").asText(), app.get("client_secret").asText());
  }

  /** The next call to publish there goes wrong in that way. */
  public void fault(Platform platform, String kind, int delayMillis) {
    fault(platform, "publish", kind, delayMillis);
  }

  /** The next call of that operation goes wrong in that way. */
  public void fault(Platform platform, String operation, String kind, int delayMillis) {
    send(
        "POST",
        "/faults",
        "{\"network\":\"%s\",\"operation\":\"%s\",\"kind\":\"%s\",\"delayMs\":%d}"
            .formatted(platform.wireName(), operation, kind, delayMillis));
  }

  public void clear() {
    send("DELETE", "/faults", "");
    send("DELETE", "/timeline", "");
  }

  /** The account's posts there. */
  public List<JsonNode> timeline(Platform platform) {
    var all = new ArrayList<JsonNode>();
    send("GET", "/timeline.json?handle=%s&network=%s".formatted(HANDLE, platform.wireName()), "")
        .forEach(all::add);
    return all;
  }

  private JsonNode send(String method, String path, String body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw new IllegalStateException(path + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
