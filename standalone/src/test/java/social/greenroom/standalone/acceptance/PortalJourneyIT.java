package social.greenroom.standalone.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.standalone.data.Endpoints.DemoUser;

/**
 * What people do and see in the page, in a real browser. With {@code -Dgreenroom.pictures=DIR} it
 * also takes the tutorial's pictures.
 */
class PortalJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(30);

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
  void aTalentApprovesOnAPhoneAndThePostGoesOutOnce() {
    var page = signIn(browser.phone(), greenroom.talent("dex-okonkwo"));
    page.waitForURL("**/me");
    var idea = page.getByRole(AriaRole.ARTICLE).first();
    var x = version(idea, "X");
    Accessibility.check(page);
    picture(page, "approvals-phone");
    chooseNow(page, x);

    x.getByRole(AriaRole.BUTTON, named("Approve for X")).click();

    await().atMost(SOON).untilAsserted(() -> assertThat(posts("x", "dexokonkwo")).hasSize(1));
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open on X")))
        .isVisible(visibleSoon());
    picture(page, "live-phone");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aTalentTakesAnApprovalBackEverywhere() {
    var page = signIn(browser.phone(), greenroom.talent("aurora-lindqvist"));
    var idea = page.getByRole(AriaRole.ARTICLE).nth(1);
    var linkedIn = version(idea, "LinkedIn");
    var elsewhere = signIn(browser.phone(), greenroom.talent("aurora-lindqvist"));
    var shownElsewhere = version(elsewhere.getByRole(AriaRole.ARTICLE).nth(1), "LinkedIn");

    linkedIn.getByRole(AriaRole.BUTTON, named("Approve for LinkedIn")).click();
    assertThat(shownElsewhere.getByText("Approved by")).isVisible(visibleSoon());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
    assertThat(shownElsewhere.getByText("Waiting for you")).isVisible(visibleSoon());
    assertThat(linkedIn.getByText("Waiting for you")).isVisible(visibleSoon());

    linkedIn.getByRole(AriaRole.BUTTON, named("Approve for LinkedIn")).press("Enter");
    assertThat(linkedIn.getByRole(AriaRole.BUTTON, named("Take back approval for LinkedIn")))
        .isVisible(visibleSoon());
    linkedIn.press("u");
    assertThat(linkedIn.getByText("Waiting for you")).isVisible(visibleSoon());
    assertThat(shownElsewhere.getByText("Waiting for you")).isVisible(visibleSoon());
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void whatATalentWroteOutlivesTheSession() {
    var page = signIn(browser.phone(), greenroom.talent("aurora-lindqvist"));
    page.waitForURL("**/me");
    var x = version(page.getByRole(AriaRole.ARTICLE).nth(1), "X");
    x.getByRole(AriaRole.BUTTON, named("Edit")).click();
    var words = "Words that are not lost.";
    x.getByRole(AriaRole.TEXTBOX).first().fill(words);
    page.context().clearCookies();
    x.getByRole(AriaRole.BUTTON, named("Save")).click();
    page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK, named("Sign in")).click();

    enter(page, greenroom.talent("aurora-lindqvist"));
    page.waitForURL("**/me");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on editing")).click();
    assertThat(page.getByRole(AriaRole.ARTICLE).getByRole(AriaRole.TEXTBOX).first())
        .hasValue(words);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
    assertThat(page.getByRole(AriaRole.ARTICLE).getByText(words).first()).isVisible(visibleSoon());
    // The browser itself reports that it was refused while nobody was signed in.
    assertThat(browser.problems()).allMatch(problem -> problem.contains("401"));
    browser.forgetProblems();
  }

  @Test
  void aTalentEditsAndRejectsAVersion() {
    var page = signIn(browser.phone(), greenroom.talent("aurora-lindqvist"));
    var idea = page.getByRole(AriaRole.ARTICLE).first();
    var mastodon = version(idea, "Mastodon");
    mastodon.getByRole(AriaRole.BUTTON, named("Edit")).click();
    mastodon
        .getByRole(
            AriaRole.TEXTBOX,
            new Locator.GetByRoleOptions().setName("Text for Mastodon").setExact(true))
        .fill("Ice remembers what we forget.");
    mastodon.getByRole(AriaRole.BUTTON, named("Save")).click();
    assertThat(mastodon.getByText("Ice remembers what we forget.")).isVisible(visibleSoon());

    var linkedIn = version(idea, "LinkedIn");
    linkedIn.getByRole(AriaRole.BUTTON, named("Reject")).click();
    page.getByText("It doesn't sound like me").click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reject").setExact(true))
        .click();
    assertThat(page.getByText("Rejected for LinkedIn.").first()).isVisible(visibleSoon());
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aTalentAsksForAPostWithAPictureAndItGoesTheSameWay() throws Exception {
    var page = signIn(browser.phone(), greenroom.talent("dex-okonkwo"));
    page.waitForURL("**/me");
    page.navigate(greenroom.endpoints().web() + "/me/ask");
    page.getByLabel("What is it about?").fill("The rye from last night came out like a cathedral.");
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("rye.png", "image/png", png(1200, 1500)));
    page.getByLabel("What rye.png shows").fill("A loaf of rye, cut in half.");
    page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("X dexokonkwo"))
        .uncheck();
    picture(page, "ask-phone");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send to Dex Okonkwo"))
        .click();
    assertThat(page.getByText("Sent. The drafts will appear under Approve.").first())
        .isVisible(visibleSoon());

    page.navigate(greenroom.endpoints().web() + "/me");
    var idea =
        page.getByRole(AriaRole.ARTICLE)
            .filter(new Locator.FilterOptions().setHas(page.locator("img[src*='/media/']")));
    var mastodon = version(idea.first(), "Mastodon");
    chooseNow(page, mastodon);
    mastodon.getByRole(AriaRole.BUTTON, named("Approve for Mastodon")).click();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(posts("mastodon", "dex"))
                    .anySatisfy(
                        post -> {
                          assertThat(post.at("/media/0/width").asInt()).isEqualTo(1600);
                          assertThat(post.at("/media/0/height").asInt()).isEqualTo(900);
                        }));
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aTalentStopsEverythingInTwoTapsAndGoesOn() {
    var page = signIn(browser.phone(), greenroom.talent("dex-okonkwo"));
    page.waitForURL("**/me");
    page.getByRole(AriaRole.BUTTON, page("Stop")).click();
    var stop = page.getByRole(AriaRole.BUTTON, page("Stop everything now"));
    assertThat(stop).isVisible();
    Accessibility.check(page);
    picture(page, "stop-phone");
    stop.click();

    var told = page.getByRole(AriaRole.STATUS, page("What is stopped"));
    assertThat(told).containsText("Dex Okonkwo stopped everything.");
    Accessibility.check(page);
    picture(page, "stopped-phone");
    var desk = signIn(browser.desktop(), greenroom.operator());
    var seen = desk.getByRole(AriaRole.STATUS, page("What is stopped"));
    assertThat(seen).containsText("Only Dex Okonkwo can let it go on.");
    picture(desk, "stopped-desk");

    told.getByRole(AriaRole.BUTTON, named("Go on")).click();
    assertThat(told).not().containsText("stopped");
    assertThat(seen).not().containsText("stopped");
    assertThat(browser.problems()).isEmpty();
  }

  private static Page.GetByRoleOptions page(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void theOperatorSeesTheAgencyAtADesk() {
    var page = signIn(browser.desktop(), greenroom.operator());
    for (var place : List.of("Overview", "Talents", "Accounts", "Queue", "Requests", "Activity")) {
      page.getByRole(AriaRole.NAVIGATION)
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(place))
          .first()
          .click();
      assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
          .isVisible(visibleSoon());
      assertThat(page.locator("[aria-busy=true]")).hasCount(0);
      Accessibility.check(page);
      picture(page, place.toLowerCase(Locale.ROOT) + "-desk");
    }
    assertThat(browser.problems()).isEmpty();
  }

  private static Page signIn(Page page, DemoUser user) {
    page.navigate(greenroom.endpoints().web());
    assertThat(page.getByLabel("E-mail")).isVisible(visibleSoon());
    Accessibility.check(page);
    return enter(page, user);
  }

  private static Page enter(Page page, DemoUser user) {
    page.getByLabel("E-mail").fill(user.email());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(user.password());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    return page;
  }

  private static Locator version(Locator idea, String network) {
    var version =
        idea.getByRole(
                AriaRole.GROUP,
                new Locator.GetByRoleOptions().setName("Version for " + network).setExact(true))
            .first();
    assertThat(version).isVisible(visibleSoon());
    return version;
  }

  private static void chooseNow(Page page, Locator version) {
    version.getByRole(AriaRole.BUTTON, named("Change time")).click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("As soon as you approve"))
        .check();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named("Set time")).click();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static LocatorAssertions.IsVisibleOptions visibleSoon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis());
  }

  private static List<JsonNode> posts(String network, String handle) {
    return StreamSupport.stream(greenroom.timeline().spliterator(), false)
        .filter(post -> post.get("network").asText().equals(network))
        .filter(post -> post.get("handle").asText().equals(handle))
        .toList();
  }

  private static byte[] png(int width, int height) throws Exception {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new Color(0xC8, 0x8A, 0x3D));
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(new Color(0x5A, 0x36, 0x12));
    graphics.fillOval(width / 6, height / 4, width * 2 / 3, height / 2);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void picture(Page page, String name) {
    var target = System.getProperty("greenroom.pictures", "");
    if (!target.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(target, name + ".png")));
    }
  }
}
