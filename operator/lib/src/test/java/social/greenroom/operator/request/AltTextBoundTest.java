package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.generator.annotation.Size;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.crds.request.Attachment;

/** The resources know nothing of the domain's constants, so this holds the two together. */
class AltTextBoundTest {
  @Test
  void aResourceTakesWhatThePageTakes() throws NoSuchFieldException {
    var bound = Attachment.class.getDeclaredField("altText").getAnnotation(Size.class);
    assertThat(bound.max()).isEqualTo(PayloadMedia.ALT_TEXT_MAX);
  }
}
