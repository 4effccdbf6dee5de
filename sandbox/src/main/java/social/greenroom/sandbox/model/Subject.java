package social.greenroom.sandbox.model;

import java.util.List;
import java.util.Optional;

/**
 * What a question is about.
 *
 * @param topic what was asked for, as it can follow "about"
 * @param statements sentences of the request that can be said as they stand, without a full stop
 * @param interests what the one who speaks cares about, as it can follow "about"
 * @param hashtags those the question offers, without their sign
 * @param phrases everything else it speaks of, the weightiest first
 */
record Subject(
    Optional<String> topic,
    List<String> statements,
    List<String> interests,
    List<String> hashtags,
    List<String> phrases) {

  Subject {
    statements = List.copyOf(statements);
    interests = List.copyOf(interests);
    hashtags = List.copyOf(hashtags);
    phrases = List.copyOf(phrases);
  }

  /** Whether there is little to write from. */
  boolean thin() {
    return topic.isEmpty() && statements.isEmpty() && interests.size() + phrases.size() < 3;
  }
}
