package social.greenroom.worker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.core.network.Platform;

class TaggedLinkTest {
  @ParameterizedTest
  @CsvSource({
    "https://a.example,https://a.example?utm_source=x&utm_medium=social&utm_campaign=spring",
    "https://a.example/?q=1,https://a.example/?q=1&utm_source=x&utm_medium=social&utm_campaign=spring",
    "https://a.example/p#top,https://a.example/p?utm_source=x&utm_medium=social&utm_campaign=spring#top",
    "https://a.example/?utm_source=me,https://a.example/?utm_source=me&utm_medium=social&utm_campaign=spring",
  })
  void tagsWhatIsNotTaggedYet(String link, String tagged) {
    assertThat(TaggedLink.of(link, Platform.X, "spring")).isEqualTo(tagged);
  }

  @Test
  void taggingTwiceChangesNothing() {
    var once = TaggedLink.of("https://a.example/p", Platform.X, "spring sale");
    assertThat(TaggedLink.of(once, Platform.LINKEDIN, "autumn")).isEqualTo(once);
    assertThat(once).contains("utm_campaign=spring+sale");
  }
}
