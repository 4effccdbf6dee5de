package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantAct;

/** An agency that is applied as a whole: each resource is looked at once, and when it has news. */
class FirstReconcilesIT {
  private static final int TALENTS = 15;

  /** The talents that have accounts, and how many each. */
  private static final int FIRST = 5;

  private static final int ACCOUNTS = 3;

  private static final String TOKENS =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: tokens
        namespace: northlight
        labels: {greenroom.social/credential: "true"}
        annotations: {greenroom.social/credential-hosts: social.example}
      stringData: {token: a-token}
      """;

  /** What is missing is looked for again 15 s later. */
  private static final Duration SOONER_THAN_BY_ITSELF = Duration.ofSeconds(12);

  @TempDir Path folder;
  private OperatorWorld world;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1");
    world.eventually(Tenant.class, "northlight", "Ready", ConditionStatus.TRUE);
    world.apply(TOKENS);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void eachIsLookedAtOnceAndOnceMoreForItsNetworksAnswer() throws Exception {
    for (int i = 0; i < FIRST; i++) {
      world.apply(talent(i));
    }
    for (int i = 0; i < FIRST; i++) {
      world.eventually(Talent.class, "talent-" + i, "Ready", ConditionStatus.TRUE);
    }
    // While these come, others do.
    for (int i = FIRST; i < TALENTS; i++) {
      world.apply(talent(i));
      for (int j = 0; i < 2 * FIRST && j < ACCOUNTS; j++) {
        world.apply(account(i - FIRST, j));
      }
    }
    var accounts = FIRST * ACCOUNTS;
    quiet("account", accounts);
    assertThat(reconciles("account")).isEqualTo(accounts);
    assertThat(reconciles("talent")).isEqualTo(TALENTS);

    for (var row : rows()) {
      var answer = new HealthReport(HealthReport.Health.OK, "id-" + row.name(), null);
      act(session -> session.accounts().report(row.id(), answer));
    }
    quiet("account", 2 * accounts);
    assertThat(reconciles("account")).isEqualTo(2 * accounts);
    world.eventually(Account.class, "account-0-0", "Ready", ConditionStatus.TRUE);
  }

  @Test
  void oneThatCameBeforeItsTalentIsLookedAtWhenThatComes() throws Exception {
    for (int i = 0; i < TALENTS; i++) {
      world.apply(account(i, 0));
      world.apply(talent(i));
    }
    await().atMost(SOONER_THAN_BY_ITSELF).untilAsserted(() -> assertThat(rows()).hasSize(TALENTS));
  }

  private List<AccountRow> rows() {
    return world.tenants().in(tenant(), session -> session.accounts().all());
  }

  private void act(TenantAct<RuntimeException> act) {
    world.tenants().run(tenant(), act);
  }

  private UUID tenant() {
    return world.lookup().tenantByName("northlight").orElseThrow().id();
  }

  /** At least so many, and no more for a while. */
  private void quiet(String controller, long least) {
    var seen = new AtomicLong();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(SOON.multipliedBy(2))
        .until(
            () -> {
              var now = reconciles(controller);
              return now >= least && seen.getAndSet(now) == now;
            });
  }

  private long reconciles(String controller) throws IOException, InterruptedException {
    return Pattern.compile(
            "greenroom_reconcile_seconds_count\\{controller=\"%s\",[^}]*} (\\d+)"
                .formatted(controller))
        .matcher(world.operator().metrics())
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  private static String talent(int i) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Talent
        metadata: {name: talent-%1$d, namespace: northlight}
        spec: {slug: talent-%1$d, displayName: Talent %1$d, owner: {email: talent-%1$d@northlight.example}}
        """
        .formatted(i);
  }

  private static String account(int i, int j) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata: {name: account-%1$d-%2$d, namespace: northlight}
        spec:
          talentRef: {name: talent-%1$d}
          platform: mastodon
          channel: api
          handle: account-%1$d-%2$d
          endpoint: https://social.example
          credentials: {secretRef: {name: tokens, key: token}}
        """
        .formatted(i, j);
  }
}
