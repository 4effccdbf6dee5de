package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.VariantRow;

/**
 * What the sandbox holds, held against what was approved. The sandbox is asked, not the database: a
 * post counts as out when the network has it.
 */
final class Reckoning {
  /** What is counted; the first four are to be 0. */
  static final List<String> NAMES =
      List.of(
          "duplicates",
          "lost",
          "unapproved",
          "misordered",
          "unknown_shown",
          "failed_shown",
          "waiting_shown");

  private static final Pattern TOKEN = Pattern.compile("^(r\\d{5}p\\d+)\\.(\\d+) ");

  private record Seen(int part, Instant at) {}

  private final Map<String, List<Seen>> out = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long strangers;

  /**
   * @param timeline what went out, as the sandbox tells it
   */
  Reckoning(JsonNode timeline) {
    for (var post : timeline) {
      var found = TOKEN.matcher(post.path("text").asText());
      if (found.find()) {
        out.computeIfAbsent(found.group(1), token -> new ArrayList<>())
            .add(
                new Seen(
                    Integer.parseInt(found.group(2)), Instant.parse(post.path("at").asText())));
      } else {
        strangers++;
        findings.add("unapproved: the sandbox holds a post that nobody wrote");
      }
    }
    NAMES.forEach(name -> counts.put(name, 0L));
    counts.put("unapproved", strangers);
  }

  /** Adds one post and where it rests. */
  void add(PlannedPost planned, @Nullable Standing standing) {
    if (standing == null) {
      throw new IllegalStateException("%s was never read.".formatted(planned.token()));
    }
    var variant = standing.variant();
    var seen = out.getOrDefault(planned.token(), List.of());
    var parts = seen.stream().map(Seen::part).toList();
    if (parts.stream().distinct().count() < parts.size()) {
      count("duplicates", planned, variant);
    }
    if (!planned.approved()) {
      if (!seen.isEmpty()) {
        count("unapproved", planned, variant);
      }
      return;
    }
    if (misordered(seen)) {
      count("misordered", planned, variant);
    }
    if (standing.postponed() && seen.isEmpty()) {
      count("waiting_shown", planned, variant);
    } else if (lost(standing, seen)) {
      count("lost", planned, variant);
    } else if (standing.unknown()) {
      count("unknown_shown", planned, variant);
    } else if (standing.failed()) {
      count("failed_shown", planned, variant);
    }
  }

  /** Neither out nor shown to a person with a reason; or said to be what it isn't. */
  private static boolean lost(Standing standing, List<Seen> seen) {
    if (standing.onItsWay() || !standing.told()) {
      return true;
    }
    return switch (standing.variant().state()) {
      case PUBLISHED ->
          !isOut(0, seen)
              || standing.followUps().stream().anyMatch(followUp -> belied(followUp, seen));
      case FAILED -> !seen.isEmpty();
      default -> false;
    };
  }

  private static boolean belied(FollowUpRow followUp, List<Seen> seen) {
    return switch (followUp.state()) {
      case DONE -> !isOut(followUp.position(), seen);
      case UNKNOWN -> false;
      case FAILED, WAITING, SENDING, LEFT_OUT -> isOut(followUp.position(), seen);
    };
  }

  private static boolean isOut(int part, List<Seen> seen) {
    return seen.stream().anyMatch(one -> one.part() == part);
  }

  private static boolean misordered(List<Seen> seen) {
    for (var one : seen) {
      var before =
          seen.stream()
              .filter(other -> other.part() == one.part() - 1 && !other.at().isAfter(one.at()))
              .findAny();
      if (one.part() > 0 && before.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void count(String what, PlannedPost planned, VariantRow variant) {
    counts.merge(what, 1L, Long::sum);
    findings.add(
        "%s: %s on %s of %s with %s: %s %s %s"
            .formatted(
                what,
                planned.token(),
                planned.network(),
                planned.handle(),
                planned.fault().orElse("no fault"),
                variant.state().wireName(),
                variant.failureReason(),
                variant.scheduleReason()));
  }

  long number(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** A sentence for each that didn't simply go out. */
  List<String> findings() {
    return findings;
  }
}
