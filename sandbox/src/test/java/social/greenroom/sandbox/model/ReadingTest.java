package social.greenroom.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTest {

  @Test
  void theRequestWeighsMoreThanTheProfile() {
    var subject =
        Reading.of(
            """
            Bio: jazz pianist with a small studio
            Request: Write about the midnight concert in the old lighthouse.
            Keep it short and return JSON.
            """);
    assertThat(subject.phrases().get(0)).isIn("the midnight concert", "the old lighthouse");
    assertThat(subject.phrases()).contains("jazz pianist").doesNotContain("JSON");
    assertThat(subject.statement()).isEmpty();
  }

  @Test
  void aSentenceToBeSaidIsKeptWhole() {
    assertThat(
            Reading.of("Request: Tell everyone that the lighthouse is open again. Be kind.")
                .statement())
        .contains("the lighthouse is open again");
    assertThat(Reading.of("Topic: We open the doors at eight in the evening!").statement())
        .contains("we open the doors at eight in the evening");
  }

  @Test
  void whatMustNotBeSaidIsLeftOut() {
    var subject =
        Reading.of(
            """
            Request: Announce that our synergy workshop in Malmö starts tonight.
            Never say:
            - synergy
            - Malmö
            """);
    assertThat(subject.statement()).isEmpty();
    assertThat(String.join(" ", subject.phrases()))
        .doesNotContainIgnoringCase("synergy")
        .doesNotContain("Malmö");
  }
}
