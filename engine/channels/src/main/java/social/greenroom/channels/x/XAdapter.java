package social.greenroom.channels.x;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.FollowUp;

/** X through an MCP server. A thread is a chain of replies. */
public final class XAdapter implements PlatformAdapter {
  /** X says 403 both of an account that may not post and of a text that it doesn't take. */
  private static final Pattern ABOUT_CONTENT =
      Pattern.compile("(?i)duplicate content|too long|not allowed to create a tweet|not visible");

  private final McpConnector connector;
  private final FileUpload uploads;
  private final Pictures pictures;
  private final Clock clock;

  public XAdapter(McpConnector connector, FileUpload uploads, Pictures pictures, Clock clock) {
    this.connector = connector;
    this.uploads = uploads;
    this.pictures = pictures;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.X;
  }

  @Override
  public Channel channel() {
    return Channel.MCP;
  }

  @Override
  public PublishOutcome publish(PublishCommand command) {
    var payload = command.payload();
    try {
      Precheck.demand(command);
      var found = pictures.of(command.account().tenantId(), payload);
      try (var session = connector.open(command.account(), XTools.USUAL)) {
        var call = call(session, command.account());
        demandIdentity(call, command.account());
        var media = new ArrayList<String>();
        for (var picture : found) {
          media.add(new PictureUpload(uploads, call).send(command.account(), picture));
        }
        var held = command.heldBack();
        return held.isPresent()
            ? held.get()
            : new Posting(call, command.account())
                .post(XTools.PUBLISH, OutgoingText.of(payload), media, null);
      }
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  @Override
  public PublishOutcome follow(FollowUpCommand command) {
    try (var session = connector.open(command.account(), XTools.USUAL)) {
      var call = call(session, command.account());
      demandIdentity(call, command.account());
      var followUp = command.followUp();
      return new Posting(call, command.account())
          .post(tool(followUp.kind()), followUp.text(), List.of(), command.replyTo());
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  @Override
  public Optional<List<OwnPost>> recentPosts(AccountAccess account, Instant since)
      throws ReadFailedException {
    try (var session = connector.open(account, XTools.USUAL)) {
      return Optional.of(
          new RecentSearch(call(session, account), clock.instant()).posts(account, since));
    } catch (NetworkFailure e) {
      throw e.unread();
    }
  }

  @Override
  public HealthReport health(AccountAccess account) {
    try (var session = connector.open(account, XTools.USUAL)) {
      return Identity.report(account, me(call(session, account)));
    } catch (NetworkFailure e) {
      return e.health();
    }
  }

  private static String tool(FollowUp.Kind kind) {
    return switch (kind) {
      case THREAD_PART -> XTools.PUBLISH;
      case FIRST_COMMENT -> XTools.COMMENT;
    };
  }

  /** A post goes out on whichever account the key opens, so that must be the right one. */
  private static void demandIdentity(ComposioCall call, AccountAccess account)
      throws NetworkFailure {
    Identity.demand(account, me(call));
  }

  private static String me(ComposioCall call) throws NetworkFailure {
    return ComposioCall.text(call.prepare(XTools.ME, Map.of()), "id", "data.id");
  }

  private ComposioCall call(McpSession session, AccountAccess account) {
    return new ComposioCall(
        session, new ComposioReader(account, words -> ABOUT_CONTENT.matcher(words).find()), clock);
  }
}
