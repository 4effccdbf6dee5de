package social.greenroom.channels.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TweetTextTest {

  @Test
  void linksAreExpandedPictureLinksDroppedAndCharactersUnescaped() throws Exception {
    var tweet =
        new ObjectMapper()
            .readTree(
                """
                {"text": "Tea &amp; cake &lt;3 &amp;lt; https://t.co/abc https://t.co/pic",
                 "entities": {"urls": [
                   {"url": "https://t.co/abc", "expanded_url": "https://example.com/a?b=1&c=2"},
                   {"url": "https://t.co/pic", "expanded_url": "https://x.com/nora/status/1/photo/1"}]}}""");
    assertThat(TweetText.of(tweet)).isEqualTo("Tea & cake <3 &lt; https://example.com/a?b=1&c=2");
  }
}
