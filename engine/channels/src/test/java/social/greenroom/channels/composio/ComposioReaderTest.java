package social.greenroom.channels.composio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;

class ComposioReaderTest {
  private static final AccountAccess ACCOUNT =
      new AccountAccess(
          UUID.randomUUID(),
          UUID.randomUUID(),
          Platform.LINKEDIN,
          Channel.MCP,
          "nora",
          "urn:li:person:nora",
          "http://127.0.0.1/",
          ToolMapping.NONE,
          "ak_secret_1");
  private static final ComposioReader READER =
      new ComposioReader(ACCOUNT, words -> words.contains("duplicate"));

  private static PublishOutcome outcome(String answer) {
    try {
      READER.data(answer, Instant.now());
      throw new AssertionError("It was taken for a success");
    } catch (NetworkFailure e) {
      return e.outcome();
    }
  }

  @Test
  void theDataOfASuccessIsGiven() throws NetworkFailure {
    var data =
        READER.data("{\"data\":{\"id\":7},\"successful\":true,\"error\":null}", Instant.now());
    assertThat(ComposioCall.text(data, "missing", "id")).isEqualTo("7");
  }

  @Test
  void aRetiredVersionIsRejectedInLinkedInsWords() {
    var outcome =
        outcome(
            """
            {"successful": false,
             "error": "{\\"status\\":426,\\"code\\":\\"NONEXISTENT_VERSION\\",\\"message\\":\\"Requested version 20241101 is not active\\"}",
             "data": {"http_error": "426 Client Error: Upgrade Required for url: https://api.linkedin.com/rest/posts",
                      "status_code": 426}}""");
    assertThat(((Rejected) outcome).reason())
        .isEqualTo("LinkedIn refused it: Requested version 20241101 is not active.");
  }

  @Test
  void aStatusIsReadFromTheHttpErrorAlone() {
    assertThat(
            outcome(
                    "{\"successful\":false,\"error\":\"x\",\"data\":{\"http_error\":\"401 Client Error\"}}")
                .wireName())
        .isEqualTo("account_blocked");
  }

  @Test
  void forbiddenMayBeAboutTheContent() {
    var answer = "{\"successful\":false,\"error\":\"%s\",\"data\":{\"status_code\":403}}";
    assertThat(outcome(answer.formatted("duplicate content"))).isInstanceOf(Rejected.class);
    assertThat(outcome(answer.formatted("suspended")).wireName()).isEqualTo("account_blocked");
  }

  @Test
  void misfitArgumentsWereNeverSent() {
    assertThat(
            outcome(
                "{\"successful\":false,\"data\":{},\"error\":\"Invalid request data provided - Following"
                    + " fields are missing: {'author'}\"}"))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void whatCannotBeReadIsUnknown() {
    for (var answer :
        new String[] {
          "",
          "not json",
          "null",
          "[]",
          "{}",
          "{\"data\":{\"id\":1}}",
          "{\"successful\":\"true\",\"data\":{}}",
          "{\"successful\":false,\"data\":{},\"error\":\"Request timed out\"}",
          "{\"successful\":false,\"data\":{\"status_code\":502},\"error\":\"Bad gateway\"}",
          "{\"successful\":false,\"data\":{\"status_code\":503},\"error\":\"Unavailable\"}"
        }) {
      assertThat(outcome(answer)).as(answer).isInstanceOf(Unknown.class);
    }
  }

  @Test
  void theSecretIsKeptOutOfTheNetworksWords() {
    assertThatThrownBy(
            () ->
                READER.data(
                    "{\"successful\":false,\"data\":{\"status_code\":401},\"error\":\"key ak_secret_1\"}",
                    Instant.now()))
        .hasMessageNotContaining("ak_secret_1")
        .hasNoCause();
  }
}
