package social.greenroom.worker.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.Payload;

class OwnPostsTest {
  private static final Instant SENT = Instant.parse("2026-11-21T18:00:00Z");
  private static final String TEXT = "Soil & seeds: what we learned <this> week. \"Try it\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEXT,
        "Soil &amp; seeds: what we learned &lt;this&gt; week. &quot;Try it&quot;",
        "Soil & seeds:  what we learned\n<this> week. \"Try it\" https://t.co/Ab3dE5",
        "Soil & seeds: what we\u200B learned\u00A0<this> week. \"Try it\" pic.twitter.com/abc",
      })
  void recognisesThePostAsTheNetworkShowsIt(String shown) {
    assertThat(posts(post("1", shown, SENT.plusSeconds(3))).lookFor(TEXT, null, SENT))
        .isEqualTo(new Reading.Found(post("1", shown, SENT.plusSeconds(3))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://farm.example/a?b=c&d=e",
        "farm.example/a?b=c&d=e",
        "http://www.Farm.example/a?b=c&amp;d=e",
        "https://farm.example/a?b=c&d=e https://t.co/picture",
      })
  void aLinkMayBeShownBareAndAPictureMayAddOne(String shown) {
    assertThat(linked(shown)).isInstanceOf(Reading.Found.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.co/9dZ",
        "https://farm.example/another",
        "https://farm.example/A?b=c&d=e",
        "https://farm.example/a?b=c&d=e https://farm.example/another",
        "",
      })
  void anotherLinkOrOneThatNobodyKnowsIsForAPersonToJudge(String shown) {
    assertThat(linked(shown)).isInstanceOf(Reading.Unclear.class);
  }

  private static Reading linked(String shown) {
    var payload =
        new Payload(
            Platform.X,
            "42",
            "Read on",
            List.of(),
            null,
            "https://farm.example/a?b=c&d=e",
            List.of(),
            new TreeMap<>());
    return posts(post("1", "Read on\n\n" + shown, SENT))
        .lookFor(OutgoingText.of(payload), null, SENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {TEXT, TEXT + " And more."})
  void whatMayBeAnothersIsForAPersonToJudge(String another) {
    var posts =
        new OwnPosts(List.of(post("1", TEXT, SENT)), new OthersPosts(Set.of(), List.of(another)));
    assertThat(posts.lookFor(TEXT, null, SENT)).isInstanceOf(Reading.Unclear.class);
  }

  @Test
  void whatMayBeThereUnderOtherWordsLeavesNoDoubt() {
    var posts =
        new OwnPosts(
            List.of(post("1", TEXT, SENT)), new OthersPosts(Set.of(), List.of("Other words")));
    assertThat(posts.lookFor(TEXT, null, SENT)).isInstanceOf(Reading.Found.class);
  }

  @Test
  void nothingLikeItIsAbsence() {
    assertThat(posts(post("1", "Something else entirely", SENT)).lookFor(TEXT, null, SENT))
        .isEqualTo(new Reading.Absent());
    assertThat(posts().lookFor(TEXT, null, SENT)).isEqualTo(new Reading.Absent());
  }

  @Test
  void theSameTextFromBeforeTheCallIsAnotherPost() {
    var earlier = SENT.minus(OwnPosts.CLOCK_SKEW).minusSeconds(1);
    assertThat(posts(post("1", TEXT, earlier)).lookFor(TEXT, null, SENT))
        .isEqualTo(new Reading.Absent());
  }

  @Test
  void aClockThatIsSlowerThanOursHidesNothing() {
    assertThat(posts(post("1", TEXT, SENT.minusSeconds(60))).lookFor(TEXT, null, SENT))
        .isInstanceOf(Reading.Found.class);
  }

  @Test
  void aPostKnownToBeAnotherVariantsDoesNotCount() {
    var posts =
        new OwnPosts(List.of(post("1", TEXT, SENT)), new OthersPosts(Set.of("1"), List.of()));
    assertThat(posts.lookFor(TEXT, null, SENT)).isEqualTo(new Reading.Absent());
  }

  @Test
  void aCutTextIsForAPersonToJudge() {
    var cut = TEXT.substring(0, 30) + "…";
    assertThat(posts(post("1", cut, SENT)).lookFor(TEXT, null, SENT))
        .isInstanceOf(Reading.Unclear.class);
  }

  @Test
  void aTextThatWasAddedToIsForAPersonToJudge() {
    assertThat(posts(post("1", TEXT + " (sponsored)", SENT)).lookFor(TEXT, null, SENT))
        .isInstanceOf(Reading.Unclear.class);
  }

  @Test
  void twoPostsWithTheTextAreForAPersonToJudge() {
    assertThat(posts(post("1", TEXT, SENT), post("2", TEXT, SENT)).lookFor(TEXT, null, SENT))
        .isInstanceOf(Reading.Unclear.class);
  }

  @Test
  void aPostWithoutWordsIsAbsentOnlyWhenNothingIsThere() {
    assertThat(posts().lookFor("", null, SENT)).isEqualTo(new Reading.Absent());
    assertThat(posts(post("1", "anything", SENT)).lookFor("", null, SENT))
        .isInstanceOf(Reading.Unclear.class);
  }

  @Test
  void aReplyIsNoPostOfItsOwn() {
    var reply = new OwnPost("1", null, TEXT, SENT, "0");
    assertThat(posts(reply).lookFor(TEXT, null, SENT)).isEqualTo(new Reading.Absent());
  }

  @Test
  void aPartOfAThreadIsFoundUnderThePostThatItAnswers() {
    var elsewhere = new OwnPost("1", null, TEXT, SENT, "another");
    var here = new OwnPost("2", null, TEXT, SENT, "first");
    assertThat(posts(elsewhere).lookFor(TEXT, "first", SENT)).isEqualTo(new Reading.Absent());
    assertThat(posts(elsewhere, here).lookFor(TEXT, "first", SENT))
        .isEqualTo(new Reading.Found(here));
  }

  @Test
  void whereTheNetworkDoesntTellWhatItAnswersItsWordsDecide() {
    assertThat(posts(post("2", TEXT, SENT)).lookFor(TEXT, "first", SENT))
        .isEqualTo(new Reading.Found(post("2", TEXT, SENT)));
  }

  @Test
  void whatResemblesItIsKeptForAPersonToSee() {
    var cut = post("1", TEXT.substring(0, 30) + "…", SENT);
    var other = post("2", "Something else entirely", SENT);
    assertThat(posts(other, cut).lookFor(TEXT, null, SENT).candidates()).containsExactly(cut);
  }

  private static OwnPosts posts(OwnPost... posts) {
    return new OwnPosts(List.of(posts), OthersPosts.NONE);
  }

  private static OwnPost post(String id, String text, Instant at) {
    return new OwnPost(id, null, text, at);
  }
}
