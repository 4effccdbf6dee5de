package social.greenroom.worker.settle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Visits every state that can be reached, the nearest first, and so finds the shortest fault. */
final class LedgerSearch {
  private final LedgerModel model;
  private final Map<LedgerState, Came> came = new HashMap<>();

  private record Came(LedgerState from, String step) {}

  LedgerSearch(LedgerModel model) {
    this.model = model;
  }

  /** Looks at all states; returns the shortest way to one that has a fault, if there is one. */
  Optional<Fault> run(Function<LedgerState, Optional<String>> fault) {
    var first = model.first();
    var waiting = new ArrayDeque<LedgerState>();
    came.put(first, new Came(first, "start"));
    waiting.add(first);
    while (!waiting.isEmpty()) {
      var state = waiting.remove();
      var found = fault.apply(state);
      if (found.isPresent()) {
        return Optional.of(new Fault(found.get(), way(state)));
      }
      for (var step : model.steps(state)) {
        if (came.putIfAbsent(step.to(), new Came(state, step.name())) == null) {
          waiting.add(step.to());
        }
      }
    }
    return Optional.empty();
  }

  /** Every state that was reached. */
  Set<LedgerState> reached() {
    return came.keySet();
  }

  private List<String> way(LedgerState end) {
    var steps = new ArrayList<String>();
    var state = end;
    while (!state.equals(model.first())) {
      var last = came.get(state);
      steps.add(last.step());
      state = last.from();
    }
    Collections.reverse(steps);
    return steps;
  }

  /** What went wrong, and the shortest way there. */
  record Fault(String what, List<String> way) {}
}
