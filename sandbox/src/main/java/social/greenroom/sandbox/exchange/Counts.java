package social.greenroom.sandbox.exchange;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.journal.Journal;

/** How many calls each network received, by operation, and how many of them took effect. */
public final class Counts {
  private record Key(String network, String operation, String handle) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return (network + ' ' + operation + ' ' + handle)
          .compareTo(other.network + ' ' + other.operation + ' ' + other.handle);
    }
  }

  private record Tally(long accepted, long refused) {
    Tally plus(Tally other) {
      return new Tally(accepted + other.accepted, refused + other.refused);
    }

    JsonObject toJson() {
      return new JsonObject().put("accepted", accepted).put("refused", refused);
    }
  }

  private final Map<Key, Tally> tallies = new TreeMap<>();
  private final Journal journal;

  public Counts(Journal journal) {
    this.journal = journal;
    journal.on("call", this::apply);
    journal.on("uncount", fact -> tallies.clear());
  }

  public void count(Caller caller, boolean accepted) {
    journal.record(
        "call",
        new JsonObject()
            .put("network", caller.network().key())
            .put("operation", caller.operation().key())
            .put("handle", Caller.plain(caller.handle()))
            .put("accepted", accepted));
  }

  public void clear() {
    journal.record("uncount", new JsonObject());
  }

  private void apply(JsonObject fact) {
    var key =
        new Key(fact.getString("network"), fact.getString("operation"), fact.getString("handle"));
    boolean accepted = fact.getBoolean("accepted");
    tallies.merge(key, new Tally(accepted ? 1 : 0, accepted ? 0 : 1), Tally::plus);
  }

  /** {@code {network: {operation: {accepted, refused}}}}, of all accounts or of one. */
  public JsonObject toJson(Optional<String> handle) {
    var all = new JsonObject();
    tallies.forEach(
        (key, tally) -> {
          if (handle.map(Caller::plain).map(key.handle()::equals).orElse(true)) {
            add(all, key, tally);
          }
        });
    return all;
  }

  private static void add(JsonObject all, Key key, Tally tally) {
    var network = all.getJsonObject(key.network(), new JsonObject());
    var before = network.getJsonObject(key.operation(), new Tally(0, 0).toJson());
    var sum = tally.plus(new Tally(before.getLong("accepted"), before.getLong("refused")));
    all.put(key.network(), network.put(key.operation(), sum.toJson()));
  }
}
