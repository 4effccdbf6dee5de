package social.greenroom.sandbox.fault;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Operation;

/**
 * A misbehaviour waiting for its calls.
 *
 * @param network only this one, or all
 * @param handle only this account, or all
 * @param operations what it strikes
 * @param times how many calls it still strikes
 * @param delay for the slow kinds
 */
public record Fault(
    Optional<Network> network,
    Optional<String> handle,
    Set<Operation> operations,
    FaultKind kind,
    int times,
    Duration delay) {

  private static final Set<Operation> ANY =
      Set.of(
          Operation.PUBLISH, Operation.MEDIA, Operation.READ, Operation.DELETE, Operation.ENGAGE);

  public Fault {
    operations = Set.copyOf(operations);
  }

  /**
   * Reads a fault; without an operation it strikes publishing.
   *
   * @throws IllegalArgumentException with a sentence that names the field
   */
  public static Fault parse(JsonObject json) {
    var operation = json.getString("operation", "publish");
    int times = json.getInteger("times", 1);
    if (times < 1) {
      throw new IllegalArgumentException("'times' must be 1 or more");
    }
    return new Fault(
        Optional.ofNullable(json.getString("network"))
            .filter(name -> !name.equalsIgnoreCase("any"))
            .map(name -> known("network", name, Network::named, Network.values())),
        Optional.ofNullable(json.getString("handle")).map(Caller::plain),
        operation.equalsIgnoreCase("any")
            ? ANY
            : Set.of(known("operation", operation, Operation::named, Operation.values())),
        known("kind", json.getString("kind", ""), FaultKind::named, FaultKind.values()),
        times,
        Duration.ofMillis(json.getInteger("delayMs", 3000)));
  }

  private static <T> T known(
      String field, String name, Function<String, Optional<T>> find, T[] all) {
    return find.apply(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' must be one of %s, not '%s'"
                        .formatted(
                            field,
                            Stream.of(all)
                                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                            name)));
  }

  boolean strikes(Caller caller) {
    return network.map(caller.network()::equals).orElse(true)
        && handle.map(Caller.plain(caller.handle())::equals).orElse(true)
        && operations.contains(caller.operation());
  }

  Fault once() {
    return new Fault(network, handle, operations, kind, times - 1, delay);
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("network", network.map(Network::key).orElse("any"))
        .put("handle", handle.orElse(null))
        .put("operation", operations.equals(ANY) ? "any" : operations.iterator().next().key())
        .put("kind", kind.key())
        .put("times", times)
        .put("delayMs", delay.toMillis());
  }
}
