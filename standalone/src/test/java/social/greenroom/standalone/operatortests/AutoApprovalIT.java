package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.post.ApprovalBasis;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.QuietHours;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;

/** What comes from a source that the owner let go out is approved with nobody asked. */
class AutoApprovalIT {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  @TempDir Path folder;
  private OperatorWorld world;
  private SeededTenant tenant;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void underTheOwnersStandingApprovalAndNotBefore() {
    var before = tenant.waiting("Drafted before the consent");
    world
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .standingApprovals()
                    .allowSource(tenant.talentId(), tenant.ownerId(), Origin.PORTAL));
    var after = tenant.waiting("Drafted after it");
    await().atMost(SOON).until(() -> variant(after.id()).state() != VariantState.AWAITING_APPROVAL);
    var consent =
        world
            .tenants()
            .in(tenant.id(), session -> session.approvals().live(after.id()))
            .orElseThrow();
    assertThat(consent.basis()).isEqualTo(ApprovalBasis.AUTO_SOURCE);
    assertThat(consent.userId()).isEqualTo(tenant.ownerId());
    assertThat(variant(after.id()).publishAt()).isNotNull();
    assertThat(variant(before.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void atAFreeTimeWhereTheProposedOneIsNoLongerFree() {
    var noon = LocalDate.now(ZONE).plusDays(1).atTime(12, 0).atZone(ZONE).toInstant();
    var quiet = new QuietHours(LocalTime.of(11, 30), LocalTime.of(12, 15));
    var proposed =
        world
            .tenants()
            .in(
                tenant.id(),
                session -> {
                  var caps = new OwnCaps(null, null, quiet);
                  session.ownCaps().set(tenant.talentId(), tenant.ownerId(), caps);
                  session
                      .standingApprovals()
                      .allowSource(tenant.talentId(), tenant.ownerId(), Origin.PORTAL);
                  var post =
                      session
                          .posts()
                          .put(
                              new NewPost(
                                  tenant.talentId(), null, Origin.PORTAL, "On noon", "Noon"));
                  var draft =
                      session
                          .variants()
                          .draft(
                              new NewVariant(
                                  post.id(),
                                  tenant.talentId(),
                                  tenant.accountId(),
                                  tenant.payload("Noon"),
                                  noon,
                                  "Proposed before.",
                                  "test"));
                  session.variants().submit(draft.id(), "test");
                  return draft.id();
                });
    await().atMost(SOON).until(() -> variant(proposed).state() != VariantState.AWAITING_APPROVAL);
    var at = Objects.requireNonNull(variant(proposed).publishAt());
    assertThat(at.atZone(ZONE).toLocalTime()).as("the slot").isEqualTo(LocalTime.of(12, 30));
    assertThat(variant(proposed).scheduleReason()).contains("next free slot");
  }

  private VariantRow variant(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }
}
