package social.greenroom.crds.condition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of one resource, being written for one generation. Setting a condition that says
 * what it said before keeps its time, so that an unchanged state is an unchanged status.
 */
public final class Conditions {
  private static final int MESSAGE_MAX = 2000;

  private final long generation;
  private final String now;
  private final List<Condition> before;
  private final List<Condition> after = new ArrayList<>();

  /**
   * @param before what the status says now
   * @param generation of the resource as it was read
   */
  public Conditions(List<Condition> before, long generation, Instant now) {
    this.before = List.copyOf(before);
    this.generation = generation;
    this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Says it; of two sentences for one type the later counts. */
  public Conditions set(String type, ConditionStatus status, String reason, String message) {
    var text = message.length() > MESSAGE_MAX ? message.substring(0, MESSAGE_MAX) : message;
    var said = new Condition(type, status, generation, now, reason, text);
    var kept = find(before, type).filter(old -> old.status() == status);
    after.removeIf(condition -> condition.type().equals(type));
    after.add(kept.map(old -> said.since(old.lastTransitionTime())).orElse(said));
    return this;
  }

  /** The conditions said, in the order in which they were first said. */
  public List<Condition> list() {
    return List.copyOf(after);
  }

  /** True when the status need not be written. */
  public boolean unchanged() {
    return before.size() == after.size()
        && after.stream()
            .allMatch(said -> find(before, said.type()).filter(said::saysTheSameAs).isPresent());
  }

  public static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }
}
