package social.greenroom.standalone.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kube.EmbeddedKube;
import social.greenroom.standalone.kube.KubeConfig;
import social.greenroom.standalone.kube.KubeDatabase;
import social.greenroom.standalone.up.KubernetesAccess;

/** Jobs as a cluster would run them, against the embedded Kubernetes API. */
class JobRunnerIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private AgroalDataSource database;
  private EmbeddedKube kube;
  private KubernetesClient client;
  private ScriptedLauncher launcher;
  private JobRunner runner;

  @BeforeEach
  void start() {
    database = KubeDatabase.empty();
    kube = EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, database, new byte[32]));
    client = KubernetesAccess.client(kube.url());
    launcher = new ScriptedLauncher();
    runner = JobRunner.of(client, launcher, 4);
    runner.start();
  }

  @AfterEach
  void stop() {
    runner.close();
    client.close();
    kube.close();
    database.close();
  }

  @Test
  void runsAJobToItsEndWithItsSecretInTheEnvironment() {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace("default")
                .endMetadata()
                .addToStringData("WORD", "open")
                .build())
        .create();
    create(
        job("works")
            .editSpec()
            .editTemplate()
            .editSpec()
            .editFirstContainer()
            .addNewEnv()
            .withName("WORD")
            .withNewValueFrom()
            .withNewSecretKeyRef("WORD", "settings", false)
            .endValueFrom()
            .endEnv()
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build());

    await().atMost(SOON).until(() -> condition("works", "Complete"));

    assertThat(launcher.environments)
        .hasSize(1)
        .first()
        .satisfies(e -> assertThat(e).containsEntry("WORD", "open"));
    assertThat(status("works").getSucceeded()).isEqualTo(1);
  }

  @Test
  void triesAgainAfterAFailureAndCountsIt() {
    launcher.codes.addAll(List.of(1, 0));
    create(job("second-time").build());

    await().atMost(SOON).until(() -> condition("second-time", "Complete"));

    assertThat(status("second-time").getFailed()).isEqualTo(1);
    assertThat(launcher.environments).hasSize(2);
  }

  @Test
  void givesUpAtTheBackoffLimit() {
    launcher.codes.addAll(List.of(1, 1));
    create(job("never").editSpec().withBackoffLimit(1).endSpec().build());

    await().atMost(SOON).until(() -> condition("never", "Failed"));

    assertThat(launcher.environments).hasSize(2);
  }

  @Test
  void failsAtOnceOnAnExitCodeThatThePolicyNames() {
    launcher.codes.add(2);
    create(job("for-good", "FailJob", 2, 6));

    await().atMost(SOON).until(() -> condition("for-good", "Failed"));

    assertThat(launcher.environments).hasSize(1);
  }

  @Test
  void anExitCodeThatThePolicyIgnoresIsNoTry() {
    launcher.codes.addAll(List.of(75, 75, 0));
    create(job("patient", "Ignore", 75, 0));

    await().atMost(SOON).until(() -> condition("patient", "Complete"));

    assertThat(status("patient").getFailed()).isNull();
    assertThat(launcher.environments)
        .extracting(known -> known.get("GREENROOM_WORKER_ID"))
        .hasSize(3)
        .doesNotHaveDuplicates();
  }

  private static Job job(String name, String action, int code, int backoffLimit) {
    return job(name)
        .editSpec()
        .withBackoffLimit(backoffLimit)
        .withNewPodFailurePolicy()
        .addNewRule()
        .withAction(action)
        .withNewOnExitCodes()
        .withOperator("In")
        .withValues(code)
        .endOnExitCodes()
        .endRule()
        .endPodFailurePolicy()
        .endSpec()
        .build();
  }

  @Test
  void takesUpWhatAKilledRunnerLeft() {
    launcher.held = new CountDownLatch(1);
    create(job("left").build());
    await().atMost(SOON).until(() -> status("left").getActive() != null);
    runner.close();

    launcher.held = null;
    runner = JobRunner.of(client, launcher, 4);
    runner.start();

    await().atMost(SOON).until(() -> condition("left", "Complete"));
    assertThat(status("left").getFailed()).isEqualTo(1);
  }

  @Test
  void endsTheWorkOfADeletedJob() {
    launcher.held = new CountDownLatch(1);
    create(job("unwanted").build());
    await().atMost(SOON).until(() -> !launcher.environments.isEmpty());

    client.batch().v1().jobs().inNamespace("default").withName("unwanted").delete();

    await().atMost(SOON).until(() -> launcher.interrupted);
  }

  @Test
  void saysThatADeadlineIsOverOnlyWhenTheWorkerHasEnded() {
    launcher.held = new CountDownLatch(1);
    launcher.lingering = new CountDownLatch(1);
    create(job("slow").editSpec().withActiveDeadlineSeconds(1L).endSpec().build());

    await().atMost(SOON).until(() -> launcher.interrupted);
    await()
        .during(Duration.ofSeconds(1))
        .atMost(SOON)
        .until(() -> !condition("slow", "Failed") && status("slow").getActive() != null);
    launcher.lingering.countDown();

    await().atMost(SOON).until(() -> condition("slow", "Failed"));
    assertThat(status("slow").getConditions())
        .allSatisfy(each -> assertThat(each.getReason()).isEqualTo("DeadlineExceeded"));
    assertThat(launcher.environments).hasSize(1);
  }

  @Test
  void deletesAFinishedJobAfterItsTimeToLive() {
    create(job("gone").editSpec().withTtlSecondsAfterFinished(0).endSpec().build());

    await()
        .atMost(SOON)
        .until(
            () -> client.batch().v1().jobs().inNamespace("default").withName("gone").get() == null);
    assertThat(launcher.environments).hasSize(1);
  }

  private void create(Job job) {
    client.resource(job).create();
  }

  private boolean condition(String name, String type) {
    return status(name).getConditions().stream()
        .anyMatch(each -> each.getType().equals(type) && each.getStatus().equals("True"));
  }

  private JobStatus status(String name) {
    return JobStatusWriter.statusOf(
        client.batch().v1().jobs().inNamespace("default").withName(name).get());
  }

  private static JobBuilder job(String name) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("default")
        .addToLabels("app.kubernetes.io/managed-by", "greenroom-operator")
        .endMetadata()
        .withNewSpec()
        .withNewTemplate()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("worker")
        .withImage("worker")
        .withArgs("render")
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec();
  }

  /** Ends with the codes it was given, then with 0; waits while it is held. */
  private static final class ScriptedLauncher implements WorkerLauncher {
    private final ConcurrentLinkedQueue<Integer> codes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Map<String, String>> environments =
        new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch held;
    private volatile CountDownLatch lingering;
    private volatile boolean interrupted;

    @Override
    public int run(List<String> arguments, Map<String, String> environment)
        throws InterruptedException {
      environments.add(environment);
      var latch = held;
      if (latch != null) {
        try {
          latch.await();
        } catch (InterruptedException e) {
          interrupted = true;
          linger();
          throw e;
        }
      }
      var code = codes.poll();
      return code == null ? 0 : code;
    }

    /** As a worker that takes its time to end. */
    private void linger() throws InterruptedException {
      var latch = lingering;
      if (latch != null) {
        latch.await();
      }
    }
  }
}
