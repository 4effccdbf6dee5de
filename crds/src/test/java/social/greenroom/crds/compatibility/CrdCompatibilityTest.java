package social.greenroom.crds.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Who upgrades keeps what is stored, and the YAML in their repository. */
class CrdCompatibilityTest {
  @Test
  void nothingOfTheLastReleaseIsBroken() throws IOException {
    var now = Released.in(Released.NOW);
    var breaks = new ArrayList<String>();
    for (var released : Released.in(Released.last()).entrySet()) {
      assertThat(now)
          .as("The definition %s was released", released.getKey())
          .containsKey(released.getKey());
      breaks.addAll(Breaks.between(released.getValue(), now.get(released.getKey())));
    }
    var allowed = Released.allowed().stream().map(Released.Allowed::wanted).toList();
    assertThat(breaks)
        .as(
            "Resources made for %s would break. Add what is new beside what is there, or say in"
                + " released/allowed.yaml why nobody is harmed",
            Released.last().getFileName())
        .isSubsetOf(allowed);
    assertThat(allowed).as("Allowed, and not needed any more").isSubsetOf(breaks);
  }

  @Test
  void everyBreakThatIsAllowedHasAReason() throws IOException {
    assertThat(Released.allowed())
        .allSatisfy(entry -> assertThat(entry.reason()).as(entry.wanted()).hasSizeGreaterThan(20));
  }
}
