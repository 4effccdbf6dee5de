package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.post.ApprovalBasis;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;

/** What comes from a source that the owner let go out is approved with nobody asked. */
class AutoApprovalIT {
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

  private VariantRow variant(UUID id) {
    return world.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }
}
