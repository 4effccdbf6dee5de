package social.greenroom.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusTextTest {

  @Test
  void markupIsUndoneAndLinksAreWhole() {
    assertThat(
            StatusText.of(
                "<p>Tea &amp; cake &lt;b&gt; &amp;lt;<br />second line</p><p>See <a href=\"https://example.com/long/path\""
                    + " target=\"_blank\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">example.com/lo</span>"
                    + "<span class=\"invisible\">ng/path</span></a> &quot;x&quot; it&#39;s &#x2192; $1 <a class=\"mention hashtag\""
                    + " href=\"/tags/a\">#<span>Craft</span></a></p>"))
        .isEqualTo(
            "Tea & cake <b> &lt;\nsecond line\n\nSee https://example.com/long/path \"x\" it's → $1 #Craft");
  }
}
