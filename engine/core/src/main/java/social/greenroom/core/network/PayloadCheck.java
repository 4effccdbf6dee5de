package social.greenroom.core.network;

import java.util.ArrayList;
import java.util.List;
import social.greenroom.core.post.Payload;

/**
 * Checks a payload against its network's limits and the channel's capabilities: when it is drafted,
 * edited, approved and published.
 */
public final class PayloadCheck {
  /** What blocks a draft whose account isn't connected yet; it passes when it is. */
  public static final String NOT_CONNECTED =
      "The account isn't connected yet: its id at the network is unknown.";

  private PayloadCheck() {}

  /** What the network would refuse; empty when the payload may go. */
  public static List<Problem> check(Payload payload, Channel channel) {
    var network = Networks.of(payload.platform());
    if (network.capabilities(channel).isEmpty()) {
      return List.of(
          new Problem(
              "channel",
              "%s isn't reached over the channel '%s'; connect the account over %s."
                  .formatted(
                      payload.platform().displayName(),
                      channel.wireName(),
                      String.join(
                          " or ",
                          network.channels().keySet().stream().map(Channel::wireName).toList()))));
    }
    var problems = new ArrayList<Problem>();
    if (payload.accountRemoteId().isBlank()) {
      problems.add(new Problem("account", NOT_CONNECTED));
    }
    new TextCheck(network, channel, problems).check(payload);
    new MediaCheck(network, channel, problems).check(payload);
    new OptionCheck(network, problems).check(payload);
    return List.copyOf(problems);
  }

  /** What the network takes but a person may want to know, as sentences. */
  public static List<String> warnings(Payload payload, Channel channel) {
    return PayloadWarnings.of(payload, Networks.of(payload.platform()).capabilities(channel));
  }
}
