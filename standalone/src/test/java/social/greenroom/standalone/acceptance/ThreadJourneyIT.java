package social.greenroom.standalone.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that broke in the middle, as its talent meets it on a phone. */
class ThreadJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> WORDS =
      List.of("What the oven taught me.", "That heat remembers.", "And that crusts forgive.");

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
  void itIsShownAndGoesOnAfterItsLastPostThatIsOut() throws Exception {
    var dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
    await().atMost(SOON).until(() -> dex.waitingOn("mastodon") != null);
    var variant = dex.thread(dex.waitingOn("mastodon"), WORDS.get(0), WORDS.subList(1, 3));
    // The first call, the post itself, is only a little late; the second is refused.
    fault(Map.of("network", "mastodon", "handle", "dex", "kind", "slow", "delayMs", 1));
    fault(Map.of("network", "mastodon", "handle", "dex", "kind", "duplicate"));
    dex.approveNow(variant);

    var page = browser.phone();
    page.navigate(greenroom.endpoints().web());
    var user = greenroom.talent("dex-okonkwo");
    page.getByLabel("E-mail").fill(user.email());
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(user.password());
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    page.waitForURL("**/me");

    var broken =
        page.getByRole(AriaRole.REGION, named("What follows the post"))
            .getByRole(
                AriaRole.GROUP, new Locator.GetByRoleOptions().setName("post 2 of the thread"));
    assertThat(broken).containsText("Text has already been posted", soon());
    assertThat(broken).containsText(WORDS.get(1));
    assertThat(texts()).containsExactly(WORDS.get(0));
    Accessibility.check(page);

    broken.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again")).click();

    await().atMost(SOON).until(() -> texts().size() == WORDS.size());
    assertThat(texts()).isEqualTo(WORDS);
    assertThat(page.getByRole(AriaRole.REGION, named("What follows the post")))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis()));
    assertThat(browser.problems()).isEmpty();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static LocatorAssertions.ContainsTextOptions soon() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON.toMillis());
  }

  private static List<String> texts() {
    return StreamSupport.stream(greenroom.timeline().spliterator(), false)
        .filter(post -> post.get("network").asText().equals("mastodon"))
        .map((JsonNode post) -> post.get("text").asText())
        .toList();
  }

  private static void fault(Map<String, Object> fault) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(greenroom.endpoints().sandbox() + "/faults"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Rest.json(fault)))
            .build();
    var response =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(201);
  }
}
