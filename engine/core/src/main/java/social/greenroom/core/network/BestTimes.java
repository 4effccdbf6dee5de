package social.greenroom.core.network;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;

/**
 * When posts on a network are seen most, on the talent's own clock: where to begin until an
 * account's own results say better. Studies contradict one another; each is named.
 *
 * @param times of the week; never empty
 * @param source where they come from
 */
public record BestTimes(List<WeeklySlot> times, String source) {
  private static final Map<Platform, BestTimes> KNOWN =
      Map.of(
          Platform.LINKEDIN,
          new BestTimes(
              at(LocalTime.of(10, 0), DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
              "https://business.linkedin.com/en-uk/marketing-solutions/blog/posts/B2B-Marketing/2016/Whats-the-best-time-to-post-on-LinkedIn"),
          Platform.X,
          new BestTimes(
              at(LocalTime.of(11, 0), DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              "https://nedchiglobal.com/best-time-to-post-on-twitter/ (Buffer, over a million posts)"));

  public BestTimes {
    times = List.copyOf(times);
  }

  /** Empty where no study is known, as for Mastodon. */
  public static Optional<BestTimes> of(Platform platform) {
    return Optional.ofNullable(KNOWN.get(platform));
  }

  /** The same as a rule that the network says; silent where no study is known. */
  public static PostingDeclaration rule(Platform platform) {
    return PostingDeclaration.ofBestTimes(of(platform).map(BestTimes::times).orElse(List.of()));
  }

  private static List<WeeklySlot> at(LocalTime time, DayOfWeek... days) {
    var times = new ArrayList<WeeklySlot>();
    for (var day : days) {
      times.add(new WeeklySlot(day, time));
    }
    return times;
  }
}
