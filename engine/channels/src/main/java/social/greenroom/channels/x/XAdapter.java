package social.greenroom.channels.x;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;

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
          media.add(upload(call, command.account(), picture));
        }
        var first = post(call, XTools.PUBLISH, command, OutgoingText.of(payload), media, null);
        continueThread(call, command, first);
        return first;
      }
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  private static void continueThread(
      ComposioCall call, PublishCommand command, PublishOutcome.Published first)
      throws NetworkFailure {
    var thread = command.payload().thread();
    var last = first;
    for (int i = 0; i < thread.size(); i++) {
      try {
        last = post(call, XTools.PUBLISH, command, thread.get(i), List.of(), last.remoteId());
      } catch (NetworkFailure e) {
        throw e.afterPart(
            "Of the thread's %d posts, %d went out (%s); the next one may not have."
                .formatted(thread.size() + 1, i + 1, first.url()));
      }
    }
  }

  private static PublishOutcome.Published post(
      ComposioCall call,
      String operation,
      PublishCommand command,
      String text,
      List<String> media,
      @Nullable String replyTo)
      throws NetworkFailure {
    var arguments = new LinkedHashMap<String, Object>();
    arguments.put("text", text);
    if (!media.isEmpty()) {
      arguments.put("media", media);
    }
    if (replyTo != null) {
      arguments.put("replyTo", replyTo);
    }
    var data = call.data(operation, arguments);
    var id = ComposioCall.text(data, "id", "data.id");
    if (id.isEmpty()) {
      throw NetworkFailure.lost("X said yes, but not under which number it keeps the post.");
    }
    var url = ComposioCall.text(data, "url", "data.url");
    var address = "https://x.com/%s/status/%s".formatted(command.account().handle(), id);
    return new PublishOutcome.Published(id, url.isEmpty() ? address : url);
  }

  private String upload(ComposioCall call, AccountAccess account, Pictures.Picture picture)
      throws NetworkFailure {
    try {
      var tool = call.session().tool(XTools.UPLOAD_MEDIA);
      var file = uploads.send(account, "twitter", tool, picture);
      var gif = picture.media().mediaType().equals("image/gif");
      var data =
          call.data(
              XTools.UPLOAD_MEDIA,
              Map.of("media", file, "category", gif ? "tweet_gif" : "tweet_image"));
      var id = ComposioCall.text(data, "id", "media_id_string", "media_id", "data.id");
      if (id.isEmpty()) {
        throw NetworkFailure.unsent("X didn't take a picture; nothing was sent.");
      }
      return id;
    } catch (NetworkFailure e) {
      throw e.whilePreparing();
    }
  }

  @Override
  public PublishOutcome comment(PublishCommand command, String remoteId) {
    try (var session = connector.open(command.account(), XTools.USUAL)) {
      var call = call(session, command.account());
      demandIdentity(call, command.account());
      var text = Objects.requireNonNullElse(command.payload().firstComment(), "");
      return post(call, XTools.COMMENT, command, text, List.of(), remoteId);
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
