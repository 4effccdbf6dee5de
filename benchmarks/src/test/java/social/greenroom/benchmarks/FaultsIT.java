package social.greenroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.benchmarks.Strike.Victim;

/** A few of the runs of {@code ./greenroom bench faults}, with every build. */
class FaultsIT {
  private static final FaultsSettings FEW = new FaultsSettings(4, 787, true);

  @TempDir Path folder;

  @BeforeAll
  static void whereTheProgramsAre() {
    System.setProperty("greenroom.home", Path.of("").toAbsolutePath().getParent().toString());
  }

  @Test
  void thesePlansHoldWhatMattersMost() {
    var plans = IntStream.range(0, FEW.runs()).mapToObj(run -> RunPlan.of(FEW, run)).toList();
    var strikes = plans.stream().flatMap(plan -> plan.strike().stream()).toList();
    assertThat(strikes)
        .anyMatch(strike -> strike.victim() == Victim.WORKER && strike.kills())
        .anyMatch(strike -> strike.victim() == Victim.WORKER && !strike.kills())
        .anyMatch(strike -> strike.victim() == Victim.POSTGRES);
    assertThat(plans.stream().flatMap(plan -> plan.posts().stream()))
        .anyMatch(post -> post.fault().filter("fail_after_accept"::equals).isPresent())
        .anyMatch(post -> post.fault().filter("reset"::equals).isPresent())
        .anyMatch(post -> post.parts() > 1 && post.approved())
        .anyMatch(post -> !post.approved());
    assertThat(plans).anyMatch(plan -> plan.clock().isPresent());
  }

  @Test
  void nothingGoesOutTwiceOrIsLost() throws Exception {
    var figures = new FaultsBenchmark().measure(FEW, folder);

    System.out.println(figures.json("faults"));
    for (var name : Reckoning.NAMES.subList(0, 4)) {
      assertThat(figures.number(name)).as(name).isZero();
    }
    assertThat(figures.number("killed")).as("killed").isPositive();
    assertThat(figures.number("stopped")).as("stopped").isPositive();
  }
}
