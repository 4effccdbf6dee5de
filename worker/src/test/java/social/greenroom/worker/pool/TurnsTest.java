package social.greenroom.worker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.store.lookup.Waiting;

class TurnsTest {
  private static final UUID BIG = new UUID(0, 1);
  private static final UUID SMALL = new UUID(0, 2);

  @Test
  void tenThousandPostsDontStandBeforeOne() {
    var waiting = List.of(new Waiting(BIG, 10_000), new Waiting(SMALL, 1));
    assertThat(new Turns(8, 8).deal(waiting, Map.of())).isEqualTo(Map.of(BIG, 7, SMALL, 1));
    assertThat(new Turns(1, 8).deal(waiting, Map.of(BIG, 3))).isEqualTo(Map.of(SMALL, 1));
  }

  @Test
  void oneAloneLeavesRoomForOthers() {
    var waiting = List.of(new Waiting(BIG, 10_000));
    assertThat(new Turns(100, 25).deal(waiting, Map.of(BIG, 20))).isEqualTo(Map.of(BIG, 5));
    assertThat(new Turns(100, 25).deal(waiting, Map.of(BIG, 25))).isEmpty();
  }

  @Test
  void whoWaitsLongestGoesFirst() {
    var waiting = List.of(new Waiting(SMALL, 1), new Waiting(BIG, 1));
    assertThat(new Turns(1, 8).deal(waiting, Map.of())).isEqualTo(Map.of(SMALL, 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isFairAndWastesNothing(long seed) {
    var random = new Random(seed);
    int room = random.nextInt(61);
    int perTenant = 1 + random.nextInt(12);
    var waiting = new ArrayList<Waiting>();
    var flying = new HashMap<UUID, Integer>();
    for (int i = 0, tenants = random.nextInt(13); i < tenants; i++) {
      waiting.add(new Waiting(new UUID(0, i), random.nextInt(21)));
      flying.put(new UUID(0, i), random.nextInt(13));
    }
    var dealt = new Turns(room, perTenant).deal(waiting, flying);

    assertThat(dealt.values().stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(room);
    int spare = room - dealt.values().stream().mapToInt(Integer::intValue).sum();
    for (var tenant : waiting) {
      int got = dealt.getOrDefault(tenant.tenantId(), 0);
      int after = got + flying.get(tenant.tenantId());
      var couldHaveMore = got < tenant.count() && after < perTenant;
      assertThat(got).isBetween(0, tenant.count());
      assertThat(got == 0 || after <= perTenant).isTrue();
      if (couldHaveMore) {
        assertThat(spare).isZero();
        // Nobody who was given room is ahead of somebody who wants more.
        dealt.forEach(
            (other, theirs) ->
                assertThat(flying.get(other) + theirs).isLessThanOrEqualTo(after + 1));
      }
    }
  }

  private static LongStream seeds() {
    return LongStream.range(0, 300);
  }
}
