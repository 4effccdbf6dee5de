package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.Crds;

/**
 * What the chart grants the operator is what it needs, neither less nor more: judged, after the
 * other tests of this package, by what all their operators asked. Wants a cluster's API, which
 * knows users; the build runs it when the others have ended.
 */
class PermissionsClusterIT {
  @TempDir static Path folder;

  @BeforeAll
  static void askAtLeastOnce() throws Exception {
    try (var world = OperatorWorld.start(folder)) {
      world.applyExamples("0", "1", "2", "3", "4");
      world.northlight();
    }
  }

  @Test
  void nothingThatTheOperatorAskedWasForbidden() throws IOException {
    assertThat(OperatorCalls.all())
        .isNotEmpty()
        .filteredOn(call -> call.code() == HttpURLConnection.HTTP_FORBIDDEN)
        .isEmpty();
  }

  @Test
  void everythingThatTheChartGrantsWasNeeded() throws IOException {
    var calls = OperatorCalls.all();
    assertThat(ChartRoles.granted())
        .isNotEmpty()
        .filteredOn(grant -> !isForConflicts(grant))
        .filteredOn(grant -> calls.stream().noneMatch(grant::covers))
        .as("Granted by the chart, and asked for by no test of this package")
        .isEmpty();
  }

  /**
   * The operator SDK reads a resource again only when taking its finalizer off met another write.
   */
  private static boolean isForConflicts(Grant grant) {
    return grant.verb().equals("get") && grant.group().equals(Crds.GROUP);
  }
}
