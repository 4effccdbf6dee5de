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
    assertThat(subject.topic()).contains("the midnight concert in the old lighthouse");
    assertThat(subject.phrases().get(0)).isIn("the midnight concert", "the old lighthouse");
    assertThat(subject.phrases()).doesNotContain("JSON");
    assertThat(subject.statements()).isEmpty();
  }

  @Test
  void sentencesThatCanBeSaidAreKeptWhole() {
    var subject =
        Reading.of(
            """
            <request-0123>
            Tell people about the open night in Malmö next Thursday at 18:00. Entrance is free. They may
            touch everything.
            Mention that the registration is full within hours. Keep it short! Could you add a picture?
            </request-0123>
            Accounts: a1
            """);
    assertThat(subject.topic()).contains("the open night in Malmö next Thursday at 18:00");
    assertThat(subject.statements())
        .contains("Entrance is free", "the registration is full within hours")
        .noneMatch(said -> said.contains("Keep") || said.contains("picture"));
  }

  @Test
  void aSentenceMayBeAllThereIs() {
    assertThat(
            Reading.of("Request: Tell everyone that the lighthouse is open again. Be kind.")
                .statements())
        .containsExactly("the lighthouse is open again");
    assertThat(Reading.of("Topic: We open the doors at eight in the evening!").statements())
        .containsExactly("we open the doors at eight in the evening");
    assertThat(Reading.of("Idea: Explain why failed experiments matter.").topic())
        .contains("why failed experiments matter");
  }

  @Test
  void interestsAndHashtagsAreTheListsSoNamed() {
    var subject =
        Reading.of(
            """
            Pillars:
            - ice as a memory
            - uncertainty, honestly explained

            <hashtags-77>
            - #FieldNotes
            - glaciology
            </hashtags-77>
            """);
    assertThat(subject.interests())
        .containsExactly("ice as a memory", "uncertainty, honestly explained");
    assertThat(subject.hashtags()).containsExactly("FieldNotes", "glaciology");
  }

  @Test
  void whatMustNotBeSaidIsLeftOut() {
    var subject =
        Reading.of(
            """
            Request: Announce that our synergy workshop in Malmö starts tonight. Write about synergy.
            Never say:
            - synergy
            - Malmö
            """);
    assertThat(subject.statements()).isEmpty();
    assertThat(subject.topic()).isEmpty();
    assertThat(String.join(" ", subject.phrases()))
        .doesNotContainIgnoringCase("synergy")
        .doesNotContain("Malmö");
  }
}
