package social.greenroom.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The posts of all runs so far and how each stands, looked at again and again until all rest. */
final class Settled {
  private static final Duration TELL = Duration.ofSeconds(30);

  private final Map<UUID, PlannedPost> written = new LinkedHashMap<>();
  private final Map<UUID, Standing> standing = new LinkedHashMap<>();

  void add(UUID id, PlannedPost planned) {
    written.put(id, planned);
  }

  /** How many programs are still busy with; those that a network told to wait aren't among them. */
  long onTheWay(BenchStore store) {
    look(store);
    var now = Instant.now();
    return open().stream().map(standing::get).filter(one -> one == null || !one.waits(now)).count();
  }

  /**
   * Waits until all rest. Blocked accounts are connected again, as a person would.
   *
   * @param quiet gives up when nothing has changed for so long and no network is waited for
   * @param longest gives up after so long
   */
  void await(BenchStore store, Duration quiet, Duration longest) throws InterruptedException {
    var begin = System.nanoTime();
    var changedAt = begin;
    var toldAt = begin;
    long versions = -1;
    while (true) {
      look(store);
      var open = open();
      var now = System.nanoTime();
      long seen = standing.values().stream().mapToLong(Standing::versions).sum();
      if (seen != versions || waiting(open)) {
        versions = seen;
        changedAt = now;
      }
      if (open.isEmpty() || now - changedAt > quiet.toNanos() || now - begin > longest.toNanos()) {
        return;
      }
      if (now - toldAt > TELL.toNanos()) {
        toldAt = now;
        tell(open);
      }
      Thread.sleep(1_000);
    }
  }

  /** Adds all to the reckoning. */
  void reckon(Reckoning reckoning) {
    written.forEach((id, planned) -> reckoning.add(planned, standing.get(id)));
  }

  long approved() {
    return written.values().stream().filter(PlannedPost::approved).count();
  }

  private void look(BenchStore store) {
    try {
      store.connectAgain();
      standing.putAll(store.read(written.keySet().stream().filter(this::mayMove).toList()));
    } catch (RuntimeException e) {
      System.err.println("The database is looked at again later: " + e.getMessage());
    }
  }

  /** What a person was asked may be found after all, so that one is looked at again too. */
  private boolean mayMove(UUID id) {
    var one = standing.get(id);
    return one == null || !one.rests() || one.unknown();
  }

  private List<UUID> open() {
    return written.keySet().stream()
        .filter(id -> !standing.containsKey(id) || !standing.get(id).rests())
        .toList();
  }

  private boolean waiting(List<UUID> open) {
    var now = Instant.now();
    return open.stream().map(standing::get).anyMatch(one -> one != null && one.waits(now));
  }

  private void tell(List<UUID> open) {
    System.err.printf("Waiting for %d of %d posts:%n", open.size(), written.size());
    for (var id : open.subList(0, Math.min(5, open.size()))) {
      var planned = Objects.requireNonNull(written.get(id));
      var one = standing.get(id);
      System.err.printf(
          "  %s on %s: %s%n",
          planned.token(),
          planned.network(),
          one == null
              ? "not read yet"
              : "%s, not before %s: %s %s"
                  .formatted(
                      one.variant().state().wireName(),
                      one.variant().notBefore(),
                      one.variant().failureReason(),
                      one.variant().scheduleReason()));
    }
  }
}
