package social.greenroom.core.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a talent sets themselves, as a ceiling over all that is declared: of the two the stricter
 * holds, rule by rule.
 *
 * @param dailyCap posts a day over all accounts, from 1 to {@value #MOST_POSTS}; null for no
 *     ceiling
 * @param pause the shortest time between two posts of an account, from a minute to a week; null for
 *     none
 * @param quietHours hours of every day in which nothing goes out; null for none
 */
public record OwnCaps(
    @Nullable Integer dailyCap, @Nullable Duration pause, @Nullable QuietHours quietHours) {
  /** The highest cap that can be set. */
  public static final int MOST_POSTS = 100;

  /** Whoever counts what went out looks back a day further than this. */
  public static final Duration LONGEST_PAUSE = Duration.ofDays(7);

  /** A talent who sets nothing. */
  public static final OwnCaps NONE = new OwnCaps(null, null, null);

  public OwnCaps {
    if (dailyCap != null && (dailyCap < 1 || dailyCap > MOST_POSTS)) {
      throw new IllegalArgumentException(
          "A daily cap of one's own is 1 to %d posts; stop the posts to send none."
              .formatted(MOST_POSTS));
    }
    if (pause != null
        && (pause.compareTo(Duration.ofMinutes(1)) < 0 || pause.compareTo(LONGEST_PAUSE) > 0)) {
      throw new IllegalArgumentException("A pause of one's own is a minute to a week.");
    }
  }

  /** For a person, for example "at most 2 posts a day"; empty where nothing is set. */
  public List<String> inWords() {
    var words = new ArrayList<String>();
    if (dailyCap != null) {
      words.add(
          "at most %d %s a day over all accounts"
              .formatted(dailyCap, dailyCap == 1 ? "post" : "posts"));
    }
    if (pause != null) {
      words.add("at least %s between two posts of an account".formatted(Durations.inDays(pause)));
    }
    if (quietHours != null) {
      words.add("nothing from %s to %s".formatted(quietHours.from(), quietHours.until()));
    }
    return words;
  }
}
