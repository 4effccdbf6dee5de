package social.greenroom.api.variant;

import java.util.stream.Stream;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.post.Payload;

/** Counts a payload's longest part as its network does, the link that goes out in it included. */
final class TextCount {
  private TextCount() {}

  static Count of(Payload payload) {
    var limit = Networks.of(payload.platform()).text();
    var used =
        Stream.concat(Stream.of(OutgoingText.of(payload)), payload.thread().stream())
            .mapToInt(limit::count)
            .max()
            .orElse(0);
    return new Count(used, limit.max(), limit.unit().wireName());
  }

  /** True from nine tenths of the limit on, where a person should look. */
  static boolean nearlyFull(Count count) {
    return count.used() * 10L >= count.max() * 9L;
  }
}
