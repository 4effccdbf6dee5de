package social.greenroom.store.talent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.Origin;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** What a yes given ahead covers: what came from there afterwards, and nobody touched since. */
class StandingApprovalIT {
  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("ahead");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void coversWhatIsDraftedAfterItAndNothingBefore() {
    tenant.waiting("Before");
    allow(Origin.PORTAL);
    var after = tenant.waiting("After");
    assertThat(waiting())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.variantId()).isEqualTo(after.id());
              assertThat(found.ownerId()).isEqualTo(tenant.ownerId());
              assertThat(found.source()).isEqualTo("portal");
            });
  }

  @Test
  void coversNoOtherSourceAndEndsWhenItIsRevoked() {
    allow(Origin.MAIL);
    tenant.waiting("From the portal");
    assertThat(waiting()).isEmpty();
    var given = allow(Origin.PORTAL);
    tenant.waiting("From the portal too");
    assertThat(waiting()).hasSize(1);
    database.tenants().run(tenant.id(), session -> session.standingApprovals().revoke(given));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void whatAPersonTouchedAPersonDecides() {
    allow(Origin.PORTAL);
    touch(tenant.waiting("Edited by somebody"));
    var approved = tenant.approve(tenant.waiting("Decided once"), Instant.now());
    database
        .tenants()
        .run(
            tenant.id(),
            session -> session.approvals().takeBack(approved.id(), approved.version(), "Owner"));
    assertThat(waiting()).isEmpty();
  }

  private void touch(VariantRow variant) {
    database
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .audit()
                    .record(
                        AuditEntry.of(
                            Actor.user("Olga"),
                            "variant.edited",
                            "Olga edited it.",
                            "variant",
                            variant.id(),
                            variant.talentId())));
  }

  private UUID allow(Origin source) {
    return database
        .tenants()
        .in(
            tenant.id(),
            session ->
                session
                    .standingApprovals()
                    .allowSource(tenant.talentId(), tenant.ownerId(), source)
                    .id());
  }

  private List<SourcedVariant> waiting() {
    return database.tenants().in(tenant.id(), session -> session.standingApprovals().waiting());
  }
}
