package social.greenroom.worker.pool;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import social.greenroom.store.lookup.Waiting;

/**
 * Who may send next. Room is given one flight at a time to the tenant with the fewest on their way,
 * so ten thousand posts of one tenant don't stand before another's one.
 *
 * @param room flights that may begin now, of all tenants
 * @param perTenant how many of one tenant may be on their way at once
 */
record Turns(int room, int perTenant) {
  /**
   * How many flights each may begin; a tenant that gets none isn't there.
   *
   * @param waiting the longest waiting first, who goes before others with as many on their way
   * @param flying how many each has on its way by now
   */
  Map<UUID, Integer> deal(List<Waiting> waiting, Map<UUID, Integer> flying) {
    var queue =
        new PriorityQueue<Turn>(Comparator.comparingInt(Turn::flying).thenComparing(Turn::place));
    for (int i = 0; i < waiting.size(); i++) {
      var tenant = waiting.get(i);
      queue.add(
          new Turn(
              tenant.tenantId(), i, flying.getOrDefault(tenant.tenantId(), 0), tenant.count()));
    }
    var dealt = new LinkedHashMap<UUID, Integer>();
    for (int left = room; left > 0 && !queue.isEmpty(); ) {
      var turn = queue.remove();
      if (turn.waiting() > 0 && turn.flying() < perTenant) {
        dealt.merge(turn.tenantId(), 1, Integer::sum);
        queue.add(turn.afterOne());
        left--;
      }
    }
    return dealt;
  }

  private record Turn(UUID tenantId, int place, int flying, int waiting) {
    Turn afterOne() {
      return new Turn(tenantId, place, flying + 1, waiting - 1);
    }
  }
}
