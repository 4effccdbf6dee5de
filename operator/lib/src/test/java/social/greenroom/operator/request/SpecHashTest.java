package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.RequestSource;

class SpecHashTest {
  @Test
  void theHashIsOfWhatIsAsked() {
    assertThat(SpecHash.of(spec("Hello.", null))).isEqualTo(SpecHash.of(spec("Hello.", null)));
    assertThat(SpecHash.of(spec("Hello.", null))).isNotEqualTo(SpecHash.of(spec("Hello!", null)));
  }

  @Test
  void howLongTheResourceStaysMakesNoOtherRequest() {
    assertThat(SpecHash.of(spec("Hello.", 60))).isEqualTo(SpecHash.of(spec("Hello.", null)));
  }

  /** Remembered requests are found by it for ever: a change of the form would do them again. */
  @Test
  void theFormOfTheHashIsForEver() {
    assertThat(SpecHash.of(spec("Hello.", null)))
        .isEqualTo("5921561876888458e7a81220fdcfc46b4eb3258324f6a63532a8b1582ab0e016");
  }

  private static PostRequestSpec spec(String prompt, Integer ttl) {
    return new PostRequestSpec(
        new ResourceRef("aurora"),
        RequestSource.GITOPS,
        prompt,
        List.of(new ResourceRef("aurora-x")),
        List.of(),
        null,
        null,
        List.of(),
        ttl);
  }
}
