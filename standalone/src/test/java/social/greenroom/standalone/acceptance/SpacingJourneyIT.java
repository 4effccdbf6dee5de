package social.greenroom.standalone.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing posts in the queue and spacing them out, in a real browser. */
class SpacingJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private static RunningGreenroom greenroom;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    greenroom = RunningGreenroom.start(folder.resolve("data"));
    browser = Browser.launch();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    greenroom.close();
  }

  @Test
  void anOperatorSpacesOutPostsAfterSeeingThePlan() {
    var page = queue(browser.desktop());
    var posts = page.getByRole(AriaRole.LIST, page("Posts")).getByRole(AriaRole.CHECKBOX);
    posts.nth(0).check();
    posts.nth(1).check();
    assertThat(page.getByText("2 posts chosen")).isVisible();
    page.getByRole(AriaRole.BUTTON, page("Space out…")).click();

    var sheet = page.getByRole(AriaRole.DIALOG);
    sheet.getByLabel("From").fill(inWeeks(1));
    sheet.getByLabel("Days").fill("5");
    var lines = sheet.getByRole(AriaRole.ROW);
    assertThat(lines).hasCount(3);
    assertThat(lines.nth(1)).containsText("Spaced out over 5 days:", containsSoon());
    Accessibility.check(page);
    sheet.getByRole(AriaRole.BUTTON, named("Move 2 posts")).click();

    assertThat(page.getByText("2 posts moved.").first()).isVisible(visibleSoon());
    assertThat(sheet).hasCount(0);
    assertThat(page.getByText("posts chosen")).hasCount(0);
    page.navigate(greenroom.endpoints().web() + "/activity");
    assertThat(page.getByText("one of 2 posts spaced out over 5 days.").first())
        .isVisible(visibleSoon());
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aPlanThatNoLongerFitsMovesNothingAndCanBeMadeAgain() {
    var page = queue(browser.phone());
    page.getByRole(AriaRole.LIST, page("Posts")).getByRole(AriaRole.CHECKBOX).last().check();
    page.getByRole(AriaRole.BUTTON, page("Space out…")).click();
    var sheet = page.getByRole(AriaRole.DIALOG);
    sheet.getByLabel("From").fill(inWeeks(2));
    var move = sheet.getByRole(AriaRole.BUTTON, named("Move 1 post"));
    assertThat(move).isEnabled(enabledSoon());
    Accessibility.check(page);
    // Somebody else is quicker, with the same posts and other days.
    var other = queue(browser.desktop());
    other.getByRole(AriaRole.LIST, page("Posts")).getByRole(AriaRole.CHECKBOX).last().check();
    other.getByRole(AriaRole.BUTTON, page("Space out…")).click();
    other.getByRole(AriaRole.DIALOG).getByLabel("From").fill(inWeeks(4));
    other.getByRole(AriaRole.BUTTON, page("Move 1 post")).click();
    assertThat(other.getByText("1 post moved.").first()).isVisible(visibleSoon());

    move.click();

    assertThat(sheet.getByRole(AriaRole.ALERT)).containsText("Nothing was moved", containsSoon());
    sheet.getByRole(AriaRole.BUTTON, named("Make the plan again")).click();
    move.click();
    assertThat(page.getByText("1 post moved.").first()).isVisible(visibleSoon());
    assertThat(browser.problems()).allMatch(problem -> problem.contains("409"));
    browser.forgetProblems();
  }

  private static Page queue(Page page) {
    page.navigate(greenroom.endpoints().web());
    var user = greenroom.operator();
    page.getByLabel("E-mail").fill(user.email());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(user.password());
    page.getByRole(AriaRole.BUTTON, page("Sign in")).click();
    assertThat(page.getByRole(AriaRole.HEADING, page("Overview"))).isVisible(visibleSoon());
    page.navigate(greenroom.endpoints().web() + "/queue");
    var boxes = page.getByRole(AriaRole.LIST, page("Posts")).getByRole(AriaRole.CHECKBOX);
    assertThat(boxes.nth(2)).isVisible(visibleSoon());
    return page;
  }

  /** A day on which none of the posts is planned yet. */
  private static String inWeeks(int weeks) {
    return LocalDate.now(ZoneOffset.UTC).plusWeeks(weeks).toString();
  }

  private static Page.GetByRoleOptions page(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static LocatorAssertions.IsVisibleOptions visibleSoon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());
  }

  private static LocatorAssertions.IsEnabledOptions enabledSoon() {
    return new LocatorAssertions.IsEnabledOptions().setTimeout(SOON.toMillis());
  }

  private static LocatorAssertions.ContainsTextOptions containsSoon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis());
  }
}
