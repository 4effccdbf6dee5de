package social.greenroom.agents.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.agents.Agent;
import social.greenroom.agents.AgentFailedException;
import social.greenroom.agents.SandboxRouter;
import social.greenroom.agents.prompt.Question;
import social.greenroom.core.usage.Usage;

/** The router's client against the sandbox's, in trouble of every kind. */
class ModelRouterIT {
  private static final Question QUESTION =
      new Question(Agent.CONTENT, "Answer with one JSON object.", "Topic: a pottery course in May");
  private static final String SECRET = "a-key";

  private static SandboxRouter sandbox;

  @BeforeAll
  static void start() {
    sandbox = new SandboxRouter();
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void calm() {
    sandbox.calm();
  }

  @ParameterizedTest
  @EnumSource
  void aModelIsChosenByIdOrByPattern(Shape shape) throws Exception {
    router(shape, "sandbox-small-1").ask(QUESTION, new TitleType());
    router(shape, "/LARGE/i").ask(QUESTION, new TitleType());
    router(shape, "/^sandbox-/").ask(QUESTION, new TitleType());
    assertThat(sandbox.usage())
        .extracting(Usage::model)
        .containsExactly("sandbox-small-1", "sandbox-large-1", "sandbox-large-1");
  }

  @ParameterizedTest
  @EnumSource
  void aPatternThatMatchesNothingFailsNamingTheModels(Shape shape) {
    assertFails(
        () -> router(shape, "/gigantic/").ask(QUESTION, new TitleType()),
        false,
        "no model that matches /gigantic/; it has sandbox-large-1, sandbox-medium-1, sandbox-small-1.");
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownIdFailsAtOnce(Shape shape) {
    assertFails(
        () -> router(shape, "gpt-99").ask(QUESTION, new TitleType()), false, "knows no such model");
  }

  @ParameterizedTest
  @EnumSource
  void aPassingErrorIsTriedAgain(Shape shape) throws Exception {
    sandbox.behave("error", 2, 0);
    assertThat(router(shape, "/small/").ask(QUESTION, new TitleType())).isNotBlank();
    assertThat(sandbox.usage()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void beingTooBusyIsTriedAgain(Shape shape) throws Exception {
    sandbox.fault("rate_limit_no_headers", 2);
    assertThat(router(shape, "/small/").ask(QUESTION, new TitleType())).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenConnectionIsTriedAgain(Shape shape) throws Exception {
    sandbox.fault("reset", 2);
    assertThat(router(shape, "/small/").ask(QUESTION, new TitleType())).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void anErrorThatStaysFailsAfterTheLastTry(Shape shape) {
    sandbox.behave("error", 1_000, 0);
    assertFails(
        () -> router(shape, "/small/").ask(QUESTION, new TitleType()),
        true,
        "has trouble (500), asked 3 times.");
    assertThat(sandbox.usage()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedKeyFailsAtOnce(Shape shape) {
    sandbox.fault("revoked", 1);
    assertFails(
        () -> router(shape, "sandbox-small-1").ask(QUESTION, new TitleType()),
        false,
        "refused our key (401)");
    assertThat(sandbox.usage()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSlowAnswerIsNotWaitedForLongerThanAllowed(Shape shape) {
    sandbox.behave("slow", 1_000, 30_000);
    var began = Instant.now();
    var impatient =
        sandbox.router(shape, Models.of("a", "sandbox-small-1", "b"), Duration.ofMillis(400), 1);
    assertFails(
        () -> impatient.ask(QUESTION, new TitleType()),
        true,
        "couldn't be reached in time, asked 2 times.");
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aRouterThatIsNotThereFailsForTheMoment() {
    var nowhere =
        new ModelRouter(
            new ModelRouterConfig(
                URI.create("http://127.0.0.1:9/v1"),
                SECRET,
                Shape.OPENAI,
                Models.DEFAULTS,
                Duration.ofSeconds(2),
                1),
            usage -> {});
    assertFails(
        () -> nowhere.ask(QUESTION, new TitleType()), true, "127.0.0.1:9 couldn't be reached");
  }

  private static ModelRouter router(Shape shape, String model) {
    return sandbox.router(shape, Models.of("unused", model, "unused"), Duration.ofSeconds(20), 2);
  }

  private static void assertFails(ThrowingCallable call, boolean temporary, String sentence) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AgentFailedException.class,
            failure -> {
              assertThat(failure).hasMessageContaining(sentence);
              assertThat(failure.getMessage()).endsWith(".").doesNotContain(SECRET);
              assertThat(failure.temporary()).isEqualTo(temporary);
            });
  }
}
