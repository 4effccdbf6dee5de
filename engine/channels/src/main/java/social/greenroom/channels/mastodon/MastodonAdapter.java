package social.greenroom.channels.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.outgoing.Identity;
import social.greenroom.channels.outgoing.Pictures;
import social.greenroom.channels.outgoing.Precheck;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.channels.transfer.HttpTransfer;
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
import social.greenroom.core.post.Payload;

/**
 * Mastodon over its instance's API. Every part of a post has an idempotency key of its own, made
 * from the command's, so that the same command may be sent again within an hour.
 */
public final class MastodonAdapter implements PlatformAdapter {
  private final HttpTransfer http;
  private final ChannelSettings settings;
  private final Pictures pictures;
  private final Clock clock;

  public MastodonAdapter(
      HttpTransfer http, ChannelSettings settings, Pictures pictures, Clock clock) {
    this.http = http;
    this.settings = settings;
    this.pictures = pictures;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.MASTODON;
  }

  @Override
  public Channel channel() {
    return Channel.API;
  }

  @Override
  public PublishOutcome publish(PublishCommand command) {
    var payload = command.payload();
    try {
      Precheck.demand(command);
      var found = pictures.of(command.account().tenantId(), payload);
      var api = api(command.account());
      Identity.demand(command.account(), me(api));
      var media = new ArrayList<String>();
      for (var picture : found) {
        media.add(new MediaUpload(api).send(picture));
      }
      var key = command.idempotencyKey();
      var first = post(api, status(payload, OutgoingText.of(payload), media, null), key);
      continueThread(api, command, first);
      return first;
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  private static void continueThread(
      MastodonApi api, PublishCommand command, PublishOutcome.Published first)
      throws NetworkFailure {
    var thread = command.payload().thread();
    var last = first;
    for (int i = 0; i < thread.size(); i++) {
      var next = status(command.payload(), thread.get(i), List.of(), last.remoteId());
      try {
        last = post(api, next, command.idempotencyKey() + ":" + (i + 2));
      } catch (NetworkFailure e) {
        throw e.afterPart(
            "Of the thread's %d posts, %d went out (%s); the next one may not have."
                .formatted(thread.size() + 1, i + 1, first.url()));
      }
    }
  }

  @Override
  public PublishOutcome comment(PublishCommand command, String remoteId) {
    var payload = command.payload();
    var text = Objects.requireNonNullElse(payload.firstComment(), "");
    try {
      var api = api(command.account());
      Identity.demand(command.account(), me(api));
      return post(
          api, status(payload, text, List.of(), remoteId), command.idempotencyKey() + ":comment");
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  private static Map<String, Object> status(
      Payload payload, String text, List<String> media, @Nullable String replyTo) {
    var status = new LinkedHashMap<String, Object>();
    status.put("status", text);
    if (!media.isEmpty()) {
      status.put("media_ids", media);
    }
    if (replyTo != null) {
      status.put("in_reply_to_id", replyTo);
    }
    copy(payload, "visibility", status, "visibility");
    copy(payload, "spoilerText", status, "spoiler_text");
    copy(payload, "language", status, "language");
    if ("true".equals(payload.options().get("sensitive"))) {
      status.put("sensitive", true);
    }
    return status;
  }

  private static void copy(
      Payload payload, String option, Map<String, Object> status, String field) {
    var value = payload.options().get(option);
    if (value != null) {
      status.put(field, value);
    }
  }

  private static PublishOutcome.Published post(
      MastodonApi api, Map<String, Object> status, String key) throws NetworkFailure {
    JsonNode answer = api.post("/api/v1/statuses", status, key);
    var id = answer.path("id").asText("");
    if (id.isEmpty()) {
      throw NetworkFailure.lost("Mastodon said yes, but not under which number it keeps the post.");
    }
    var url = answer.path("url").asText("");
    return new PublishOutcome.Published(id, url.isEmpty() ? null : url);
  }

  @Override
  public Optional<List<OwnPost>> recentPosts(AccountAccess account, Instant since)
      throws ReadFailedException {
    try {
      var api = api(account);
      return Optional.of(new OwnStatuses(api).since(me(api), since));
    } catch (NetworkFailure e) {
      throw e.unread();
    }
  }

  @Override
  public HealthReport health(AccountAccess account) {
    try {
      return Identity.report(account, me(api(account)));
    } catch (NetworkFailure e) {
      return e.health();
    }
  }

  private static String me(MastodonApi api) throws NetworkFailure {
    try {
      return api.get("/api/v1/accounts/verify_credentials").path("id").asText("");
    } catch (NetworkFailure e) {
      throw e.whilePreparing();
    }
  }

  private MastodonApi api(AccountAccess account) {
    return new MastodonApi(http, account, settings, clock);
  }
}
