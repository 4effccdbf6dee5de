package social.greenroom.standalone.up;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import social.greenroom.standalone.data.DataDirectory;
import social.greenroom.standalone.data.Endpoints;
import social.greenroom.standalone.data.Endpoints.DemoUser;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.jobs.JobRunner;

/**
 * {@code ./greenroom up}: starts everything in order, says where it is, and stops it in reverse.
 */
public final class Up {
  private static final System.Logger LOG = System.getLogger(Up.class.getName());
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final int JOBS_AT_ONCE = 8;

  private final UpOptions options;
  private final Foundation foundation;

  private Up(UpOptions options, Foundation foundation) {
    this.options = options;
    this.foundation = foundation;
  }

  /** Runs until Ctrl-C; returns the exit code. */
  public static int run(UpOptions options) throws InterruptedException {
    try (var foundation = new Foundation()) {
      StopSignal.closes(foundation);
      run(options, foundation);
      foundation.awaitClosed();
    }
    return 0;
  }

  private static void run(UpOptions options, Foundation foundation) throws InterruptedException {
    try {
      Announcement.print(new Up(options, foundation).start());
    } catch (RuntimeException e) {
      if (!foundation.closing()) {
        throw e;
      }
      // What it was starting was taken from under it.
      LOG.log(System.Logger.Level.DEBUG, "The start was cut off", e);
    }
  }

  private Endpoints start() throws InterruptedException {
    var data = foundation.add(DataDirectory.open(options.data()));
    if (options.reset()) {
      data.reset();
    }
    data.forgetEndpoints();
    Announcement.step("PostgreSQL");
    var layout = Layout.start(options, data, Keys.in(data.keys()), foundation);
    Databases.prepare(layout.postgres(), layout.keys());
    Announcement.step("Kubernetes API and sandbox");
    var programs = ProgramStarter.of(options.split(), layout, foundation);
    programs.startKubernetes();
    programs.startSandbox();
    var client = foundation.add(KubernetesAccess.client(layout.kubernetesUrl()));
    var resources = new Resources(client);
    resources.applyFoundation();
    if (options.onlyKubernetes()) {
      return announce(layout, List.of());
    }
    Announcement.step("operator and API server");
    programs.startPrograms();
    programs.startPool();
    startJobs(client, programs);
    Readiness.await(
        URI.create(layout.managementUrl() + "/q/health/ready"), LONGEST_START, programs::look);
    return announce(layout, new ExampleAgency(layout, resources).prepare(options.examples()));
  }

  private static Endpoints announce(Layout layout, List<DemoUser> users) {
    var endpoints =
        new Endpoints(
            layout.webUrl(),
            layout.kubernetesUrl(),
            layout.sandboxUrl(),
            layout.managementUrl(),
            users);
    endpoints.write(layout.data().endpoints());
    return endpoints;
  }

  private void startJobs(KubernetesClient client, ProgramStarter programs) {
    foundation.add(JobRunner.of(client, programs.workerLauncher(), JOBS_AT_ONCE)).start();
  }
}
