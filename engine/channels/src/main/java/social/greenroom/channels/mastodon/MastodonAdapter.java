package social.greenroom.channels.mastodon;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.outgoing.Identity;
import social.greenroom.channels.outgoing.Pictures;
import social.greenroom.channels.outgoing.Precheck;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.channels.transfer.HttpTransfer;
import social.greenroom.core.channel.AccessEnd;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.limit.RateLog;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;

/**
 * Mastodon over its instance's API. The same command may be sent again within an hour: the instance
 * knows its idempotency key.
 */
public final class MastodonAdapter implements PlatformAdapter {
  private final HttpTransfer http;
  private final ChannelSettings settings;
  private final Pictures pictures;
  private final Clock clock;
  private final RateLog rates;

  public MastodonAdapter(
      HttpTransfer http, ChannelSettings settings, Pictures pictures, Clock clock, RateLog rates) {
    this.http = http;
    this.settings = settings;
    this.pictures = pictures;
    this.clock = clock;
    this.rates = rates;
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
      var held = command.heldBack();
      return held.isPresent()
          ? held.get()
          : new Posting(api, payload.options(), command.idempotencyKey())
              .post(OutgoingText.of(payload), media, null);
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  @Override
  public PublishOutcome follow(FollowUpCommand command) {
    try {
      var api = api(command.account());
      Identity.demand(command.account(), me(api));
      return new Posting(api, command.options(), command.idempotencyKey())
          .post(command.followUp().text(), List.of(), command.replyTo());
    } catch (NetworkFailure e) {
      return e.outcome();
    }
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

  /** As Mastodon's documents have it: {@code POST /oauth/revoke}, by the app that got the token. */
  @Override
  public AccessEnd endAccess(AccountAccess account) {
    var app = account.app();
    if (app == null) {
      return new AccessEnd.Impossible(
          "The app's client_id and client_secret aren't known here, and Mastodon wants them; end the access in the"
              + " account's settings there, under authorised apps.");
    }
    try {
      api(account)
          .form(
              "/oauth/revoke",
              Map.of(
                  "client_id", app.id(),
                  "client_secret", app.secret(),
                  "token", account.secret()));
      return new AccessEnd.Ended(
          "Greenroom's access at Mastodon was given back after the panic; keep a new token for the account to connect it"
              + " again.");
    } catch (NetworkFailure e) {
      return e.accessEnd(clock.instant());
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
    return new MastodonApi(http, account, settings, clock, rates);
  }
}
