package social.greenroom.operator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.Origin;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.operator.account.Accounts;
import social.greenroom.store.request.IntakeRow;
import social.greenroom.store.request.IntakeSpec;
import social.greenroom.store.talent.TalentRow;

class IntakeRequestTest {
  private static final UUID ID = UUID.randomUUID();

  @Test
  void itBecomesARequestInItsOwnWords() {
    var account = Accounts.x("aurora-x", "1");
    var request =
        IntakeRequest.of(
            intake("Hello.", List.of(account.id())), talent(null), List.of(account), 60);
    assertThat(request.refusal()).isNull();
    assertThat(request.spec().prompt()).isEqualTo("Hello.");
    assertThat(request.spec().source()).isEqualTo(RequestSource.PORTAL);
    assertThat(request.spec().accountRefs()).containsExactly(new ResourceRef("aurora-x"));
    assertThat(request.spec().ttlSecondsAfterFinished()).isEqualTo(60);
  }

  @Test
  void aTalentThatIsGoneIsSaidSo() {
    assertThat(IntakeRequest.of(intake("Hello.", List.of()), null, List.of(), 60).refusal())
        .contains("talent was removed");
    assertThat(
            IntakeRequest.of(intake("Hello.", List.of()), talent(Instant.EPOCH), List.of(), 60)
                .refusal())
        .contains("talent was removed");
  }

  @Test
  void anAccountThatIsGoneIsSaidSo() {
    assertThat(
            IntakeRequest.of(intake("Hello.", List.of(ID)), talent(null), List.of(), 60).refusal())
        .contains("account");
  }

  @Test
  void textThatIsMissingOrTooLongIsSaidSo() {
    assertThat(IntakeRequest.of(intake("  ", List.of()), talent(null), List.of(), 60).refusal())
        .contains("text is missing");
    assertThat(
            IntakeRequest.of(intake("x".repeat(8001), List.of()), talent(null), List.of(), 60)
                .refusal())
        .contains("8,001")
        .contains("8,000");
  }

  private static IntakeRow intake(String text, List<UUID> accounts) {
    return new IntakeRow(
        ID,
        ID,
        ID,
        Origin.PORTAL,
        "key",
        "portal-1",
        new IntakeSpec(text, accounts, List.of(), null, null),
        "waiting",
        null,
        "Aurora",
        Instant.EPOCH,
        null);
  }

  private static TalentRow talent(Instant removedAt) {
    return new TalentRow(
        ID,
        ID,
        "aurora",
        "aurora",
        "Aurora",
        "UTC",
        "en",
        null,
        null,
        "active",
        TalentProfile.EMPTY,
        null,
        null,
        List.of(),
        PostingDeclaration.SILENT,
        StopPolicy.NONE,
        null,
        null,
        removedAt,
        Instant.EPOCH,
        Instant.EPOCH,
        OwnCaps.NONE);
  }
}
