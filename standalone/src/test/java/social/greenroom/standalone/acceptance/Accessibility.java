package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Asks axe-core, which the page's build installs, what keeps people from using a page. */
final class Accessibility {
  private static final String SERIOUS =
      """
      async () => {
        const { violations } = await axe.run(document);
        return violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target})`));
      }
      """;

  /** What fades in has its colours at the end; a spinner has no end. */
  private static final String AT_REST =
      """
      () => document.getAnimations().every((animation) =>
        animation.playState !== "running" || animation.effect.getComputedTiming().endTime === Infinity)
      """;

  private Accessibility() {}

  /** Fails with each violation that axe calls serious or critical. */
  static void check(Page page) {
    page.waitForFunction(AT_REST);
    page.evaluate(axe());
    assertThat((List<?>) page.evaluate(SERIOUS)).as(page.url()).isEmpty();
  }

  private static String axe() {
    try {
      return Files.readString(
          RunningGreenroom.home().resolve("ui/node_modules/axe-core/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
