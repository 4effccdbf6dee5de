package social.greenroom.operator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingPolicy;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.account.AccountStatus;
import social.greenroom.crds.account.EffectiveRule;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.account.AccountHealth;

class AccountProjectionTest {
  private static final Verdict YES = Verdict.yes("Yes", "Yes.");

  @Test
  void aConnectedAccountIsReadyBeforeAnythingWasSent() {
    var status = project("1", AccountHealth.UNKNOWN, YES);
    assertThat(condition(status, "Ready").holds()).isTrue();
    assertThat(condition(status, "Connected").holds()).isTrue();
    assertThat(condition(status, "Healthy").status()).isEqualTo(ConditionStatus.UNKNOWN);
  }

  @Test
  void aHardBlockIsNotReadyAndASoftBlockPasses() {
    assertThat(condition(project("1", AccountHealth.HARD_BLOCK, YES), "Ready").reason())
        .isEqualTo("HardBlock");
    var soft = project("1", AccountHealth.SOFT_BLOCK, YES);
    assertThat(condition(soft, "Ready").holds()).isTrue();
    assertThat(condition(soft, "Healthy").reason()).isEqualTo("SoftBlock");
  }

  @Test
  void withoutATokenOrAnIdItIsNotConnected() {
    assertThat(
            condition(
                    project("1", AccountHealth.OK, Verdict.notYet("NoCredential", "No token.")),
                    "Connected")
                .reason())
        .isEqualTo("NoCredential");
    assertThat(condition(project(null, AccountHealth.OK, YES), "Connected").reason())
        .isEqualTo("RemoteIdUnknown");
  }

  @Test
  void aTokenThatIsRefusedSaysSoBeforeAnyIdIsKnown() {
    var refused = condition(project(null, AccountHealth.HARD_BLOCK, YES), "Connected");
    assertThat(refused.status()).isEqualTo(ConditionStatus.FALSE);
    assertThat(refused.reason()).isEqualTo("Refused");
  }

  @Test
  void aNewAccountIsLookedAtOnceItCanBeReached() {
    assertThat(AccountProbe.due(stored(null, AccountHealth.UNKNOWN, YES), Instant.EPOCH)).isTrue();
    var tokenless = stored(null, AccountHealth.UNKNOWN, Verdict.notYet("NoCredential", "None."));
    assertThat(AccountProbe.due(tokenless, Instant.EPOCH)).isFalse();
    assertThat(AccountProbe.due(stored("1", AccountHealth.OK, YES), Instant.EPOCH)).isFalse();
    assertThat(AccountProbe.due(stored("1", AccountHealth.SOFT_BLOCK, YES), Instant.EPOCH))
        .isFalse();
    assertThat(AccountProbe.due(stored("1", AccountHealth.HARD_BLOCK, YES), Instant.EPOCH))
        .isTrue();
  }

  @Test
  void theRulesSayWhoSaidThem() {
    assertThat(project("1", AccountHealth.OK, YES).rules())
        .contains(new EffectiveRule("cooldown", "cooldown 4 hours", "default"));
  }

  @Test
  void lookingAgainChangesNothing() {
    var account = account();
    var stored = stored("1", AccountHealth.OK, YES);
    var first = AccountProjection.of(account, stored, Instant.EPOCH);
    account.setStatus(first);
    assertThat(AccountProjection.of(account, stored, Instant.EPOCH.plusSeconds(60)))
        .isEqualTo(first);
  }

  private static AccountStatus project(String remoteId, AccountHealth health, Verdict credential) {
    return AccountProjection.of(account(), stored(remoteId, health, credential), Instant.EPOCH);
  }

  private static StoredAccount stored(String remoteId, AccountHealth health, Verdict credential) {
    var row = Accounts.row("one", Platform.X, Channel.MCP, remoteId, health);
    return new StoredAccount(
        YES, row, credential, YES, StopPolicy.NONE, PostingPolicy.DEFAULT.inWords(), false);
  }

  private static Account account() {
    var account = new Account();
    account.setMetadata(new ObjectMetaBuilder().withName("one").withGeneration(1L).build());
    return account;
  }

  private static Condition condition(AccountStatus status, String type) {
    return Conditions.find(status.conditions(), type).orElseThrow();
  }
}
