package social.greenroom.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;

class PayloadCheckTest {

  @ParameterizedTest
  @EnumSource
  void aPlainPostMayGoToEveryNetwork(Platform platform) {
    assertThat(PayloadCheck.check(Payload.ofText(platform, "1", "Hello."), channel(platform)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyNetworkIsReachedOverOneChannelAndRefusedOverTheOther(Platform platform) {
    var other = channel(platform) == Channel.MCP ? Channel.API : Channel.MCP;
    assertThat(PayloadCheck.check(Payload.ofText(platform, "1", "Hello."), other))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("channel");
              assertThat(problem.message())
                  .contains(platform.displayName(), other.wireName(), channel(platform).wireName());
            });
  }

  @ParameterizedTest
  @EnumSource
  void aTextOverTheLimitIsRefusedSayingByHowMuch(Platform platform) {
    var max = Networks.of(platform).text().max();
    assertThat(PayloadCheck.check(text(platform, "a".repeat(max)), channel(platform))).isEmpty();
    assertThat(PayloadCheck.check(text(platform, "a".repeat(max + 7)), channel(platform)))
        .containsExactly(
            new Problem(
                "text",
                "The text counts %d, and %s takes %d; shorten it by 7."
                    .formatted(max + 7, platform.displayName(), max)));
  }

  @Test
  void theLinkCountsSinceItGoesOutInTheText() {
    var link = "https://example.com/" + "long".repeat(50);
    var fits =
        payload(Platform.X, "a".repeat(280 - 23 - 2), List.of(), null, link, List.of(), Map.of());
    var tooLong =
        payload(Platform.X, "a".repeat(280 - 23 - 1), List.of(), null, link, List.of(), Map.of());
    assertThat(PayloadCheck.check(fits, Channel.MCP)).isEmpty();
    assertThat(fields(tooLong, Channel.MCP)).containsExactly("text");
  }

  @Test
  void aLinkThatStandsInTheTextIsNotAddedAgain() {
    var payload =
        payload(
            Platform.X,
            "Look: https://a.com/x now",
            List.of(),
            null,
            "https://a.com/x",
            List.of(),
            Map.of());
    assertThat(OutgoingText.of(payload)).isEqualTo("Look: https://a.com/x now");
    assertThat(
            OutgoingText.of(
                payload(
                    Platform.X, "Look\n", List.of(), null, "https://a.com/x", List.of(), Map.of())))
        .isEqualTo("Look\n\nhttps://a.com/x");
  }

  @Test
  void anEmptyPostIsRefusedUnlessItHasAPicture() {
    assertThat(fields(text(Platform.X, " \n"), Channel.MCP)).containsExactly("text");
    assertThat(
            PayloadCheck.check(
                payload(Platform.X, "", List.of(), null, null, pictures(1, "image/png"), Map.of()),
                Channel.MCP))
        .isEmpty();
  }

  @Test
  void anUnconnectedAccountIsRefused() {
    assertThat(fields(Payload.ofText(Platform.X, " ", "Hello."), Channel.MCP))
        .containsExactly("account");
  }

  @Test
  void threadsGoWhereThereAreThreads() {
    var thread = List.of("two", " ", "日".repeat(141));
    assertThat(
            fields(
                payload(Platform.X, "one", thread, null, null, List.of(), Map.of()), Channel.MCP))
        .containsExactly("thread[1]", "thread[2]");
    assertThat(
            fields(
                payload(Platform.LINKEDIN, "one", List.of("two"), null, null, List.of(), Map.of()),
                Channel.MCP))
        .containsExactly("thread");
    assertThat(
            fields(
                payload(
                    Platform.X,
                    "1",
                    Collections.nCopies(10, "more"),
                    null,
                    null,
                    List.of(),
                    Map.of()),
                Channel.MCP))
        .containsExactly("thread");
  }

  @Test
  void theFirstCommentHasALimitOfItsOwn() {
    assertThat(fields(comment("a".repeat(1250)), Channel.MCP)).isEmpty();
    assertThat(fields(comment("a".repeat(1251)), Channel.MCP)).containsExactly("firstComment");
    assertThat(fields(comment(" "), Channel.MCP)).containsExactly("firstComment");
  }

  @ParameterizedTest
  @EnumSource
  void picturesAreCountedAndTheirTypesChecked(Platform platform) {
    var max = Networks.of(platform).maxImages();
    assertThat(fields(withPictures(platform, pictures(max, "image/jpeg")), channel(platform)))
        .isEmpty();
    assertThat(fields(withPictures(platform, pictures(max + 1, "image/jpeg")), channel(platform)))
        .containsExactly("media");
    assertThat(fields(withPictures(platform, pictures(1, "image/tiff")), channel(platform)))
        .containsExactly("media[0]");
    assertThat(
            fields(
                withPictures(
                    platform, List.of(new PayloadMedia("a", "image/png", 1, 1, "a".repeat(5000)))),
                channel(platform)))
        .containsExactly("media[0].altText");
  }

  @Test
  void aLinkMustBeAWebAddress() {
    for (var link :
        List.of("javascript:alert(1)", "ftp://a.com", "example.com", "https:///x", "")) {
      assertThat(
              fields(
                  payload(Platform.X, "x", List.of(), null, link, List.of(), Map.of()),
                  Channel.MCP))
          .as(link)
          .containsExactly("link");
    }
  }

  @Test
  void optionsAreTheNetworksOwn() {
    assertThat(options(Platform.MASTODON, Map.of("visibility", "unlisted", "language", "de")))
        .isEmpty();
    assertThat(options(Platform.MASTODON, Map.of("visibility", "secret", "board", "x")))
        .containsExactly("options.board", "options.visibility");
    assertThat(options(Platform.X, Map.of("visibility", "public")))
        .containsExactly("options.visibility");
  }

  @Test
  void warnsOfWhatReadersWillMiss() {
    assertThat(
            PayloadCheck.warnings(
                withPictures(Platform.MASTODON, pictures(1, "image/png")), Channel.API))
        .hasSize(1);
    assertThat(
            PayloadCheck.warnings(
                withPictures(
                    Platform.LINKEDIN, List.of(new PayloadMedia("a", "image/png", 1, 1, "A door"))),
                Channel.MCP))
        .containsExactly(
            "Alternative texts aren't sent to LinkedIn: its connection can't take them.");
    assertThat(PayloadCheck.warnings(text(Platform.X, "Hello."), Channel.MCP)).isEmpty();
  }

  @Test
  void onlyWhereOwnPostsCanBeReadIsAnUnknownOutcomeReconciled() {
    for (var platform : Platform.values()) {
      var network = Networks.of(platform);
      for (var channel : network.channels().keySet()) {
        var readable = network.capabilities(channel).contains(Capability.READ_OWN_POSTS);
        assertThat(network.retry(Operation.PUBLISH, channel) == RetryClass.NEVER)
            .as("%s over %s", platform, channel)
            .isEqualTo(!readable);
      }
    }
  }

  private static Channel channel(Platform platform) {
    return Networks.of(platform).channels().keySet().iterator().next();
  }

  private static List<String> fields(Payload payload, Channel channel) {
    return PayloadCheck.check(payload, channel).stream().map(Problem::field).toList();
  }

  private static List<String> options(Platform platform, Map<String, String> options) {
    return fields(
        payload(platform, "x", List.of(), null, null, List.of(), options), channel(platform));
  }

  private static Payload text(Platform platform, String text) {
    return Payload.ofText(platform, "1", text);
  }

  private static Payload comment(String comment) {
    return payload(Platform.LINKEDIN, "x", List.of(), comment, null, List.of(), Map.of());
  }

  private static Payload withPictures(Platform platform, List<PayloadMedia> media) {
    return payload(platform, "x", List.of(), null, null, media, Map.of());
  }

  private static List<PayloadMedia> pictures(int count, String mediaType) {
    return Collections.nCopies(count, new PayloadMedia("ab", mediaType, 10, 10, ""));
  }

  private static Payload payload(
      Platform platform,
      String text,
      List<String> thread,
      @Nullable String comment,
      @Nullable String link,
      List<PayloadMedia> media,
      Map<String, String> options) {
    return new Payload(platform, "1", text, thread, comment, link, media, new TreeMap<>(options));
  }
}
