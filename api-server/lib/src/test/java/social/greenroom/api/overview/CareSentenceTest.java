package social.greenroom.api.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.store.overview.CareItem;

class CareSentenceTest {
  @Test
  void saysWhatAndWhy() {
    assertThat(CareSentence.of(item("variant_failed", "@aurora", "The picture is too large")))
        .isEqualTo("A post for @aurora failed: The picture is too large.");
    assertThat(CareSentence.of(item("account_not_connected", "@aurora", null)))
        .isEqualTo("@aurora isn't connected yet; its posts can't go out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variant_failed",
        "variant_unknown",
        "follow_up_failed",
        "follow_up_unknown",
        "variant_blocked",
        "account_hard_block",
        "account_soft_block",
        "account_not_connected",
        "request_failed",
        "server_unreachable",
        "stop",
        "something_new"
      })
  void everyKindIsAWholeSentence(String kind) {
    assertThat(CareSentence.of(item(kind, null, null))).endsWith(".").doesNotContain("null");
    assertThat(CareSentence.of(item(kind, "It", "Because."))).endsWith(".").doesNotContain("..");
  }

  private static CareItem item(String kind, String name, String detail) {
    return new CareItem(kind, "variant", UUID.randomUUID(), null, name, detail, Instant.EPOCH);
  }
}
