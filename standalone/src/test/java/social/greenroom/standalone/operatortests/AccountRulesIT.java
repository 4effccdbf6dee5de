package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.store.testing.SeededTenant;

/** An account's status repeats the rules of its talent and its tenant, and follows them. */
class AccountRulesIT {
  private static final String DEX = "dex-mastodon";
  private static final String AURORA = "aurora-mastodon";

  @TempDir static Path folder;
  private static OperatorWorld world;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
    // Well, so that nothing but its rules gives anybody a reason to look at it.
    for (var name : List.of(DEX, AURORA)) {
      world
          .tenants()
          .run(
              tenant.id(),
              session ->
                  session
                      .accounts()
                      .report(
                          session.accounts().byName(name).orElseThrow().id(),
                          new HealthReport(HealthReport.Health.OK, null, null)));
      world.eventually(Account.class, name, "Healthy", TRUE);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  @Test
  void itFollowsItsTalent() {
    var others = version(AURORA);
    patchTalent(
        "{\"spec\": {\"policy\": {\"missed\": {\"action\": \"PublishLate\", \"grace\": \"5h\"}}}}");
    await().atMost(SOON).until(() -> rules(DEX), rules -> rules.contains("5 hours"));
    assertThat(version(AURORA)).as("another talent's").isEqualTo(others);

    var steady = version(DEX);
    patchTalent("{\"spec\": {\"displayName\": \"Dex O.\"}}");
    await()
        .atMost(SOON)
        .until(
            () ->
                world
                    .tenants()
                    .in(
                        world.lookup().tenantByName("northlight").orElseThrow().id(),
                        session ->
                            session.talents().byName("dex-okonkwo").orElseThrow().displayName()),
            "Dex O."::equals);
    assertThat(version(DEX)).as("a name is no rule").isEqualTo(steady);
    patchTalent(
        "{\"spec\": {\"policy\": {\"missed\": {\"action\": \"PublishLate\", \"grace\": \"6h\"}}}}");
    await().atMost(SOON).until(() -> rules(DEX), rules -> rules.contains("6 hours"));
  }

  @Test
  void itFollowsItsTenant() {
    world
        .client()
        .resources(Tenant.class)
        .withName("northlight")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\": {\"defaults\": {\"missed\": {\"action\": \"PublishLate\", \"grace\": \"7h\"}}}}");
    await().atMost(SOON).until(() -> rules(AURORA), rules -> rules.contains("7 hours"));
  }

  @Test
  void itFollowsWhatTheTalentSetsThemselves() {
    set(new OwnCaps(1, Duration.ofHours(48), null));
    await()
        .atMost(SOON)
        .until(
            () -> rules(AURORA),
            rules ->
                rules.contains("says=cooldown 48 hours, source=set by the talent")
                    && rules.contains(
                        "says=daily cap 1 over all accounts, source=set by the talent"));
    set(OwnCaps.NONE);
    await().atMost(SOON).until(() -> rules(AURORA), rules -> !rules.contains("set by the talent"));
  }

  private static void set(OwnCaps caps) {
    world
        .tenants()
        .run(
            tenant.id(),
            session -> session.ownCaps().set(tenant.talentId(), tenant.ownerId(), caps));
  }

  private static void patchTalent(String patch) {
    world
        .client()
        .resources(Talent.class)
        .inNamespace(NAMESPACE)
        .withName("dex-okonkwo")
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private static String rules(String account) {
    return String.valueOf(world.find(Account.class, account).orElseThrow().getStatus().rules());
  }

  private static String version(String account) {
    return world.find(Account.class, account).orElseThrow().getMetadata().getResourceVersion();
  }
}
