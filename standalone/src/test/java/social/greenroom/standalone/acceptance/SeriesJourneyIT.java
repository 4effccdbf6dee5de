package social.greenroom.standalone.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.standalone.data.Endpoints.DemoUser;

/** Making, changing and ending series in the page, in a real browser. */
class SeriesJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private static RunningGreenroom greenroom;
  private static Browser browser;
  private static Kubectl kubectl;

  @BeforeAll
  static void start() throws Exception {
    greenroom = RunningGreenroom.start(folder.resolve("data"));
    browser = Browser.launch();
    kubectl = new Kubectl(greenroom.endpoints().kubernetes());
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    greenroom.close();
  }

  @Test
  void anOperatorMakesASeriesWhoseTimesTheySeeAndTheTalentGetsItsDrafts() throws Exception {
    var page = signIn(browser.desktop(), greenroom.operator());
    page.navigate(greenroom.endpoints().web() + "/requests?talent=dex-okonkwo");
    button(page, "New series").click();
    var sheet = page.getByRole(AriaRole.DIALOG);
    sheet.getByLabel("What should the posts be about?").fill("A crumb of knowledge about bread.");
    sheet.getByLabel("How often").selectOption("Every day");
    sheet.getByLabel("From", exactly()).fill(tomorrow());
    sheet.getByLabel("Until").selectOption("A number of times");
    sheet.getByLabel("Times", exactly()).fill("4");
    sheet.getByText("X", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(sheet.getByText("Dex Okonkwo's time (America/Chicago)")).isVisible(visibleSoon());
    assertThat(sheet.getByRole(AriaRole.LISTITEM)).hasCount(4);
    assertThat(sheet.getByRole(AriaRole.LISTITEM).first()).containsText("at 09:00 UTC-0");
    Accessibility.check(page);
    button(sheet, "Make the series").click();

    assertThat(page.getByText("The series is made.")).isVisible(visibleSoon());
    assertThat(sheet).hasCount(0);
    assertThat(page.getByRole(AriaRole.HEADING, page("Said again and again"))).isVisible();
    await()
        .atMost(SOON)
        .until(
            () -> kubectl.run("get", "gps", "-n", "northlight"),
            table -> table.contains("a-crumb-of-knowledge-about-bread-"));
    var dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
    await().atMost(SOON).until(() -> ofSeries(dex, "awaiting_approval").size() >= 2);
    assertThat(ofSeries(dex, "awaiting_approval"))
        .allMatch(variant -> variant.at("/account/platform").asText().equals("mastodon"));

    button(page, "Change: A crumb of knowledge about bread.").click();
    assertThat(sheet.getByLabel("How often")).hasValue("daily");
    assertThat(sheet.getByLabel("Times", exactly())).hasValue("4");
    sheet.getByLabel("What should the posts be about?").fill("A crumb of wisdom about bread.");
    button(sheet, "Save the series").click();
    await()
        .atMost(SOON)
        .until(
            () -> kubectl.run("get", "gps", "-n", "northlight", "-o", "yaml"),
            yaml -> yaml.contains("prompt: A crumb of wisdom about bread."));

    var end = button(page, "End the series: A crumb of wisdom about bread.");
    end.click();
    button(page, "Undo").click();
    assertThat(page.getByText("A crumb of wisdom about bread. goes on.")).isVisible(visibleSoon());
    end.click();
    assertThat(page.getByText("It is ending: what isn't out of it is cancelled."))
        .isVisible(visibleSoon());
    assertThat(page.getByText("A crumb of wisdom about bread.", exactText()))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis()));
    await().atMost(SOON).until(() -> ofSeries(dex, "awaiting_approval").isEmpty());
    assertThat(ofSeries(dex, "cancelled").toString()).contains("ended its series");
    assertThat(kubectl.run("get", "gps", "-n", "northlight")).doesNotContain("a-crumb");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aTalentIsToldOnAPhoneWhatIsWrongAndPausesASeriesThatYamlDeclares() throws Exception {
    var page = signIn(browser.phone(), greenroom.talent("aurora-lindqvist"));
    page.navigate(greenroom.endpoints().web() + "/me/profile");
    var open = button(page, "New series");
    open.press("Enter");
    var sheet = page.getByRole(AriaRole.DIALOG);
    button(sheet, "Make the series").click();
    assertThat(sheet.getByText("Write a sentence about what the posts should say.")).isVisible();
    sheet.getByLabel("How often").selectOption("By a rule of your own");
    sheet.getByLabel("Rule").fill("FREQ=HOURLY");
    assertThat(sheet.getByText("FREQ=HOURLY is too often for posts").first())
        .isVisible(visibleSoon());
    Accessibility.check(page);
    sheet.getByLabel("Rule").fill("FREQ=MONTHLY;BYDAY=-1FR");
    assertThat(sheet.getByRole(AriaRole.LISTITEM)).hasCount(5, countSoon());
    assertThat(sheet.getByRole(AriaRole.LISTITEM).first()).containsText("Friday, ");
    page.keyboard().press("Escape");
    assertThat(sheet).hasCount(0);
    assertThat(open).isFocused();

    assertThat(page.getByText("Declared in YAML as the PostSeries monday-sky in northlight"))
        .isVisible();
    assertThat(button(page, "End the series: monday-sky")).hasCount(0);
    button(page, "Pause the series: monday-sky").click();
    button(page, "Undo").click();
    assertThat(page.getByText("monday-sky goes on.")).isVisible(visibleSoon());
    Accessibility.check(page);
    // The browser tells by itself that the rule was refused.
    assertThat(browser.problems()).allMatch(problem -> problem.contains("422"));
    browser.forgetProblems();
  }

  private static List<JsonNode> ofSeries(Rest rest, String state) throws Exception {
    return rest.withState(state).stream()
        .filter(
            variant -> variant.at("/post/series/name").asText().startsWith("a-crumb-of-knowledge"))
        .toList();
  }

  private static Page signIn(Page page, DemoUser user) {
    page.navigate(greenroom.endpoints().web());
    page.getByLabel("E-mail").fill(user.email());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(user.password());
    button(page, "Sign in").click();
    assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible(visibleSoon());
    page.waitForURL(url -> !url.contains("sign-in"));
    return page;
  }

  private static String tomorrow() {
    return LocalDate.now(ZoneId.of("America/Chicago")).plusDays(1).toString();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, page(name));
  }

  private static Locator button(Locator inside, String name) {
    return inside.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions page(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByTextOptions exactText() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static Locator.GetByLabelOptions exactly() {
    return new Locator.GetByLabelOptions().setExact(true);
  }

  private static LocatorAssertions.IsVisibleOptions visibleSoon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());
  }

  private static LocatorAssertions.HasCountOptions countSoon() {
    return new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis());
  }
}
