package social.greenroom.channels.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import social.greenroom.channels.composio.ComposioCall;
import social.greenroom.channels.composio.ComposioReader;
import social.greenroom.channels.composio.FileUpload;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.mcp.McpConnector;
import social.greenroom.channels.mcp.McpSession;
import social.greenroom.channels.outgoing.Identity;
import social.greenroom.channels.outgoing.Pictures;
import social.greenroom.channels.outgoing.Precheck;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.FollowUp;

/**
 * LinkedIn through an MCP server. The author's URN goes with every call, so LinkedIn itself refuses
 * a key of another member. No tool lists a member's posts: an unknown outcome goes to a person.
 */
public final class LinkedInAdapter implements PlatformAdapter {
  private final McpConnector connector;
  private final FileUpload uploads;
  private final Pictures pictures;
  private final Clock clock;

  public LinkedInAdapter(
      McpConnector connector, FileUpload uploads, Pictures pictures, Clock clock) {
    this.connector = connector;
    this.uploads = uploads;
    this.pictures = pictures;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.LINKEDIN;
  }

  @Override
  public Channel channel() {
    return Channel.MCP;
  }

  @Override
  public PublishOutcome publish(PublishCommand command) {
    try {
      Precheck.demand(command);
      var found = pictures.of(command.account().tenantId(), command.payload());
      try (var session = connector.open(command.account(), LinkedInTools.USUAL)) {
        var call = call(session, command.account());
        var images = new ArrayList<Map<String, String>>();
        for (var picture : found) {
          images.add(Map.of("id", new ImageUpload(uploads, call).send(command.payload(), picture)));
        }
        var held = command.heldBack();
        return held.isPresent()
            ? held.get()
            : published(call.data(LinkedInTools.PUBLISH, arguments(command, images)));
      }
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  private static Map<String, Object> arguments(
      PublishCommand command, List<Map<String, String>> images) {
    var payload = command.payload();
    var arguments = new LinkedHashMap<String, Object>();
    arguments.put("author", payload.accountRemoteId());
    arguments.put("text", LittleText.of(OutgoingText.of(payload)));
    arguments.put("visibility", payload.options().getOrDefault("visibility", "PUBLIC"));
    arguments.put("lifecycleState", "PUBLISHED");
    if (!images.isEmpty()) {
      arguments.put("media", images);
    }
    return arguments;
  }

  private static PublishOutcome published(JsonNode data) throws NetworkFailure {
    var urn = ComposioCall.text(data, "share_id", "x_restli_id", "id", "response_dict.id");
    if (urn.isEmpty()) {
      throw NetworkFailure.lost("LinkedIn said yes, but not under which number it keeps the post.");
    }
    var url = ComposioCall.text(data, "url");
    return new PublishOutcome.Published(
        urn, url.isEmpty() ? "https://www.linkedin.com/feed/update/" + urn + "/" : url);
  }

  @Override
  public PublishOutcome follow(FollowUpCommand command) {
    if (command.followUp().kind() != FollowUp.Kind.FIRST_COMMENT) {
      return new PublishOutcome.Rejected(
          "LinkedIn has no threads over this connection; add it by hand.");
    }
    try (var session = connector.open(command.account(), LinkedInTools.USUAL)) {
      var data =
          call(session, command.account())
              .data(
                  LinkedInTools.COMMENT,
                  Map.of(
                      "post", command.replyTo(),
                      "author", Objects.requireNonNullElse(command.account().remoteId(), ""),
                      "text", command.followUp().text()));
      return new PublishOutcome.Published(
          ComposioCall.text(data, "id", "comment_urn", "object"), null);
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  @Override
  public Optional<List<OwnPost>> recentPosts(AccountAccess account, Instant since) {
    return Optional.empty();
  }

  @Override
  public HealthReport health(AccountAccess account) {
    try (var session = connector.open(account, LinkedInTools.USUAL)) {
      var me = call(session, account).prepare(LinkedInTools.ME, Map.of());
      return Identity.report(
          account, ComposioCall.text(me, "author_id", "response_dict.author_id", "id"));
    } catch (NetworkFailure e) {
      return e.health();
    }
  }

  private ComposioCall call(McpSession session, AccountAccess account) {
    return new ComposioCall(session, new ComposioReader(account, words -> false), clock);
  }
}
