package social.greenroom.sandbox.fault;

import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Caller;

/** The faults that wait for their calls, in the order they were asked for. */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();
  private Duration latency;

  public Faults(Duration latency) {
    this.latency = latency;
  }

  public void add(Fault fault) {
    waiting.add(fault);
  }

  public void clear() {
    waiting.clear();
  }

  /** The fault that strikes this call, used up by one. */
  public Optional<Fault> strike(Caller caller) {
    for (int i = 0; i < waiting.size(); i++) {
      var fault = waiting.get(i);
      if (fault.strikes(caller)) {
        if (fault.times() == 1) {
          waiting.remove(i);
        } else {
          waiting.set(i, fault.once());
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** How long every call takes at least. */
  public Duration latency() {
    return latency;
  }

  public void latency(Duration latency) {
    this.latency = latency;
  }

  JsonArray toJson() {
    var all = new JsonArray();
    waiting.forEach(fault -> all.add(fault.toJson()));
    return all;
  }
}
