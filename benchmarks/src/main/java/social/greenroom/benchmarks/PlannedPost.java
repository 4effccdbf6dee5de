package social.greenroom.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A post of a fault run.
 *
 * @param run from 0
 * @param number within the run, from 0
 * @param talent whose account it is for
 * @param network linkedin, x or mastodon
 * @param parts of its thread; 1 for a single post
 * @param fault what happens to its publish call at the sandbox; empty for nothing
 * @param delayMillis of the slow kinds
 * @param approved false for one that nobody said yes to: it must stay at home
 */
record PlannedPost(
    int run,
    int number,
    int talent,
    String network,
    int parts,
    Optional<String> fault,
    int delayMillis,
    boolean approved) {

  /** The beginning of each of its parts, by which it is known at the sandbox, however cut. */
  String token() {
    return "r%05dp%d".formatted(run, number);
  }

  String handle() {
    return "bench" + talent;
  }

  /** The words of every part; no two posts begin alike. */
  List<String> texts() {
    var texts = new ArrayList<String>();
    for (int part = 0; part < parts; part++) {
      texts.add("%s.%d what the lake taught about weather and patience".formatted(token(), part));
    }
    return texts;
  }
}
