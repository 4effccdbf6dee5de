package social.greenroom.operator.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;

/** When an account is looked at without being told of a change. */
class AccountProbeTest {
  private static final Instant MADE = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant NOW = MADE.plusSeconds(3600);
  private static final Verdict YES = Verdict.yes("Yes", "Yes.");
  private static final Verdict NO = Verdict.notYet("No", "No.");

  @Test
  void oneThatIsWellIsNotLookedAt() {
    assertThat(pause(row(AccountHealth.OK, NOW), YES)).isNull();
  }

  @Test
  void oneThatNoJobHasLookedAtYetIsSeldomLookedAt() {
    assertThat(pause(row(AccountHealth.UNKNOWN, null), YES)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void oneThatIsRefusedIsLookedAtWhenItMayBe() {
    assertThat(pause(row(AccountHealth.HARD_BLOCK, NOW.minusSeconds(60)), YES))
        .isEqualTo(Duration.ofMinutes(4));
    assertThat(pause(row(AccountHealth.HARD_BLOCK, NOW.minusSeconds(600)), YES))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void oneThatLacksSomethingIsSeldomLookedAtOnceThatWasTold() {
    var stored = stored(row(AccountHealth.UNKNOWN, null), NO);
    assertThat(AccountProbe.pause(stored, MADE, MADE.plusSeconds(1)))
        .contains(Duration.ofSeconds(15));
    assertThat(AccountProbe.pause(stored, MADE, NOW)).contains(Duration.ofMinutes(10));
  }

  private static @Nullable Duration pause(AccountRow row, Verdict credential) {
    return AccountProbe.pause(stored(row, credential), MADE, NOW).orElse(null);
  }

  private static StoredAccount stored(AccountRow row, Verdict credential) {
    return new StoredAccount(YES, row, credential, YES, StopPolicy.NONE, List.of(), false);
  }

  private static AccountRow row(AccountHealth health, @Nullable Instant checked) {
    var id = new UUID(0, 1);
    return new AccountRow(
        id,
        id,
        id,
        "name",
        Platform.MASTODON,
        Channel.API,
        "handle",
        "Name",
        "1",
        "https://social.example",
        List.of(),
        null,
        null,
        PostingDeclaration.SILENT,
        StopPolicy.NONE,
        Map.of(),
        health,
        null,
        checked,
        MADE,
        null,
        MADE,
        MADE);
  }
}
