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
import social.greenroom.standalone.data.Endpoints.DemoUser;

/** A talent sets limits of their own on a phone, and sees first which posts move. */
class CapsJourneyIT {
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
  void aTalentLimitsTheirPostsAfterSeeingWhatMoves() {
    var page = signIn(browser.phone(), greenroom.talent("aurora-lindqvist"));
    page.waitForURL("**/me");
    var idea = page.getByRole(AriaRole.ARTICLE).first();
    approve(page, idea, "LinkedIn", "10:00");
    approve(page, idea, "X", "15:00");
    page.navigate(greenroom.endpoints().web() + "/me/profile");
    var limits = page.getByRole(AriaRole.REGION, named("Your own limits"));
    var save = limits.getByRole(AriaRole.BUTTON, inside("Save your limits"));
    assertThat(save).isDisabled(disabledSoon());

    limits.getByLabel("From").fill("22:00");
    assertThat(limits).containsText("Say when they begin and when they end.");
    limits.getByLabel("Until").fill("22:00");
    assertThat(limits).containsText("end them earlier", containsSoon());
    Accessibility.check(page);
    limits.getByRole(AriaRole.BUTTON, inside("No quiet hours")).click();

    limits.getByLabel("Posts a day").fill("1");
    assertThat(limits).containsText("1 post will move.", containsSoon());
    limits.getByText("Show which, and why").click();
    assertThat(limits).containsText("(set by the talent)");
    Accessibility.check(page);
    picture(page, "limits-phone");
    limits.getByRole(AriaRole.BUTTON, inside("Save, and move 1 post")).click();

    assertThat(page.getByText("Saved. It holds from now on. 1 post moved.").first())
        .isVisible(visibleSoon());
    page.reload();
    assertThat(limits.getByLabel("Posts a day")).hasValue("1", hasSoon());
    assertThat(save).isDisabled();
    seenByTheOperator();
    // What was refused while it was typed, the browser reports itself.
    assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));
    browser.forgetProblems();
  }

  private static void seenByTheOperator() {
    var desk = signIn(browser.desktop(), greenroom.operator());
    assertThat(desk.getByRole(AriaRole.HEADING, named("Overview"))).isVisible(visibleSoon());
    desk.navigate(greenroom.endpoints().web() + "/accounts");
    assertThat(desk.getByText("daily cap 1 over all accounts (set by the talent)").first())
        .isVisible(visibleSoon());
    desk.navigate(greenroom.endpoints().web() + "/talents");
    desk.getByRole(AriaRole.LINK, named("Aurora Lindqvist")).first().click();
    var limits = desk.getByRole(AriaRole.REGION, named("Aurora Lindqvist's own limits"));
    assertThat(limits).containsText("at most 1 post a day over all accounts", containsSoon());
    assertThat(limits.getByRole(AriaRole.BUTTON)).hasCount(0);
    Accessibility.check(desk);
    desk.navigate(greenroom.endpoints().web() + "/activity");
    assertThat(desk.getByText("over all accounts. 1 post moved.").first()).isVisible(visibleSoon());
  }

  private static void approve(Page page, Locator idea, String network, String time) {
    var version = idea.getByRole(AriaRole.GROUP, inside("Version for " + network)).first();
    assertThat(version).isVisible(visibleSoon());
    version.getByRole(AriaRole.BUTTON, inside("Change time")).click();
    var sheet = page.getByRole(AriaRole.DIALOG);
    sheet.getByRole(AriaRole.RADIO, inside("Pick a time")).check();
    sheet.getByLabel("Date").fill(LocalDate.now(ZoneOffset.UTC).plusDays(10).toString());
    sheet.getByLabel("Time", new Locator.GetByLabelOptions().setExact(true)).fill(time);
    sheet.getByRole(AriaRole.BUTTON, inside("Set time")).click();
    assertThat(sheet).hasCount(0);
    version.getByRole(AriaRole.BUTTON, inside("Approve for " + network)).click();
    assertThat(version.getByText("Approved by")).isVisible(visibleSoon());
  }

  private static Page signIn(Page page, DemoUser user) {
    page.navigate(greenroom.endpoints().web());
    page.getByLabel("E-mail").fill(user.email());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(user.password());
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    return page;
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static LocatorAssertions.IsVisibleOptions visibleSoon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());
  }

  private static LocatorAssertions.IsDisabledOptions disabledSoon() {
    return new LocatorAssertions.IsDisabledOptions().setTimeout(SOON.toMillis());
  }

  private static LocatorAssertions.ContainsTextOptions containsSoon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis());
  }

  private static LocatorAssertions.HasValueOptions hasSoon() {
    return new LocatorAssertions.HasValueOptions().setTimeout(SOON.toMillis());
  }

  private static void picture(Page page, String name) {
    var target = System.getProperty("greenroom.pictures", "");
    if (!target.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(target, name + ".png")));
    }
  }
}
