package social.greenroom.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.egress.EgressPolicy;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.sandbox.Sandbox;
import social.greenroom.sandbox.SandboxConfig;

/** The networks that the sandbox plays, an account at each, and the adapters that reach them. */
final class SandboxNetworks implements AutoCloseable {
  static final String KEY = "sandbox-nora";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sandbox sandbox = Sandbox.start(SandboxConfig.local());
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final FolderMediaStore media;
  private final ChannelAdapters adapters;

  SandboxNetworks(Path folder) {
    media = new FolderMediaStore(folder);
    adapters =
        ChannelAdapters.over(
            media,
            new ChannelSettings(
                Duration.ofSeconds(2), Duration.ofMillis(1500), Duration.ofSeconds(2)),
            Clock.systemUTC(),
            EgressPolicy.allowing("127.0.0.1"));
  }

  static Channel channel(Platform platform) {
    return platform == Platform.MASTODON ? Channel.API : Channel.MCP;
  }

  PlatformAdapter adapter(Platform platform) {
    return adapters.find(platform, channel(platform)).orElseThrow();
  }

  AccountAccess account(Platform platform) {
    return account(platform, KEY, endpoint(platform), ToolMapping.NONE);
  }

  AccountAccess account(Platform platform, String secret, String endpoint, ToolMapping tools) {
    return new AccountAccess(
        UUID.randomUUID(),
        UUID.randomUUID(),
        platform,
        channel(platform),
        "nora",
        remoteId(platform),
        endpoint,
        tools,
        secret);
  }

  String endpoint(Platform platform) {
    return sandbox.baseUrl()
        + switch (platform) {
          case LINKEDIN -> "/mcp/composio/linkedin";
          case X -> "/mcp/composio/x";
          case MASTODON -> "/mastodon";
        };
  }

  String baseUrl() {
    return sandbox.baseUrl();
  }

  /** The ids by which the sandbox knows the account nora. */
  static String remoteId(Platform platform) {
    return switch (platform) {
      case LINKEDIN -> "urn:li:person:nora";
      case X -> "1002659883403";
      case MASTODON -> "111659883403";
    };
  }

  static Payload payload(Platform platform, String text) {
    return Payload.ofText(platform, remoteId(platform), text);
  }

  PublishCommand command(Platform platform, String text) {
    return command(payload(platform, text));
  }

  PublishCommand command(Payload payload) {
    return new PublishCommand(account(payload.platform()), payload, UUID.randomUUID().toString());
  }

  /** A payload with a picture, a link and further posts where the network has threads. */
  Payload rich(Platform platform, String text, byte[] picture) {
    try {
      var stored = media.put(UUID.randomUUID(), new ByteArrayInputStream(picture), 1 << 20);
      return new Payload(
          platform,
          remoteId(platform),
          text,
          platform == Platform.LINKEDIN
              ? List.of()
              : List.of("Second of " + text, "Third of " + text),
          "First comment on " + text,
          "https://example.com/kiln?utm_source=greenroom&x=1",
          List.of(new PayloadMedia(stored.sha256(), "image/png", 40, 30, "A kiln, glowing")),
          new TreeMap<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds all that follows a post which is out: each part of a thread answers the one before. */
  void follow(PublishCommand command, String remoteId) {
    var last = remoteId;
    for (var followUp : FollowUp.of(command.payload())) {
      var answered = followUp.kind() == FollowUp.Kind.THREAD_PART ? last : remoteId;
      last = ((Published) follow(command, followUp, answered)).remoteId();
    }
  }

  PublishOutcome follow(PublishCommand command, FollowUp followUp, String replyTo) {
    var key = command.idempotencyKey() + ":" + followUp.position();
    return adapter(command.payload().platform())
        .follow(
            new FollowUpCommand(
                command.account(), followUp, replyTo, command.payload().options(), key));
  }

  void fault(Platform platform, String kind) {
    fault(platform, kind, "publish");
  }

  void fault(Platform platform, String kind, String operation) {
    send(
        "POST",
        "/faults",
        "{\"network\":\"%s\",\"operation\":\"%s\",\"kind\":\"%s\",\"delayMs\":2500}"
            .formatted(platform.wireName(), operation, kind));
  }

  void clear() {
    send("DELETE", "/faults", "");
    send("DELETE", "/timeline", "");
    send("DELETE", "/revocations", "");
  }

  void revoke(String key) {
    send("POST", "/revocations", "{\"key\":\"" + key + "\"}");
  }

  List<JsonNode> timeline(Platform platform) {
    var all = new ArrayList<JsonNode>();
    send("GET", "/timeline.json?handle=nora&network=" + platform.wireName(), "").forEach(all::add);
    return all;
  }

  List<String> texts(Platform platform) {
    return timeline(platform).stream().map(post -> post.path("text").asText()).toList();
  }

  /** How many calls of that kind the network received, whatever became of them. */
  int received(Platform platform, String operation) {
    var count = send("GET", "/stats.json", "").path(platform.wireName()).path(operation);
    return count.path("accepted").asInt() + count.path("refused").asInt();
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
