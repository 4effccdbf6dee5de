package social.greenroom.operator.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an approved post has before it.
 *
 * @param at when it goes out; null where it doesn't
 * @param sentence the rule that put it off, holds it or refuses it; empty where none does
 */
record Prospect(Course course, @Nullable Instant at, String sentence) {
  /** How it goes on. */
  enum Course {
    GOES_OUT,
    HELD,
    FAILS
  }

  static Prospect out(Instant at, String sentence) {
    return new Prospect(Course.GOES_OUT, at, sentence);
  }

  static Prospect held(String sentence) {
    return new Prospect(Course.HELD, null, sentence);
  }

  static Prospect fails(String sentence) {
    return new Prospect(Course.FAILS, null, sentence);
  }
}
