package social.greenroom.channels.outgoing;

import java.util.stream.Collectors;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.network.Problem;

/** Refuses what a network can't do, before anything is sent. */
public final class Precheck {
  private Precheck() {}

  public static void demand(PublishCommand command) throws NetworkFailure {
    var account = command.account();
    var payload = command.payload();
    if (account.platform() != payload.platform()) {
      throw NetworkFailure.refused(
          "This post was made for %s and can't go out on %s."
              .formatted(payload.platform().displayName(), account.platform().displayName()));
    }
    if (!payload.accountRemoteId().equals(account.remoteId())) {
      throw NetworkFailure.refused(
          "This post was approved for another %s account than the one it was to go out on."
              .formatted(account.platform().displayName()));
    }
    var problems = PayloadCheck.check(payload, account.channel());
    if (!problems.isEmpty()) {
      throw NetworkFailure.refused(
          problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
    }
  }
}
