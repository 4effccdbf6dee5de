package social.greenroom.operator.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.config.OperatorConfig;

/**
 * The election by a Lease. The operator SDK holds it and starts the controllers; what else the
 * leader does follows {@link Leadership}. Who loses the Lease ends at once: the SDK can't begin
 * anew in the same process, since what it had handed to its threads would count as under way for
 * ever.
 */
@Singleton
class Election {
  private static final Logger LOG = Logger.getLogger(Election.class);

  private final LeaderElectionSettings settings;
  private final Leadership leadership;
  private final KubernetesClient client;
  private final String namespace;
  private final String identity;

  Election(
      LeaderElectionSettings settings,
      Leadership leadership,
      KubernetesClient client,
      OperatorConfig config) {
    this.settings = settings;
    this.leadership = leadership;
    this.client = client;
    this.namespace = config.namespace();
    this.identity =
        settings
            .identity()
            .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
            .filter(name -> !name.isBlank())
            .orElseGet(() -> UUID.randomUUID().toString());
  }

  /** What the SDK is to do; null where there is no election. */
  @Produces
  @Dependent
  @Unremovable
  @Nullable LeaderElectionConfiguration configuration() {
    return settings.enabled()
        ? new LeaderElectionConfiguration(
            settings.leaseName(),
            namespace,
            settings.leaseDuration(),
            settings.renewDeadline(),
            settings.retryPeriod(),
            identity,
            new LeaderCallbacks(this::elected, this::ended, Election::seen),
            false)
        : null;
  }

  private void elected() {
    try {
      leadership.begin();
    } catch (RuntimeException e) {
      LOG.error("This operator can't do the leader's work, and ends.", e);
      Runtime.getRuntime().halt(1);
    }
  }

  private void ended() {
    if (leadership.ending()) {
      release();
    } else {
      LOG.error("The Lease is lost: this operator ends, since another may work already.");
      Runtime.getRuntime().halt(1);
    }
  }

  /** The next leader needn't wait until the Lease is over. */
  private void release() {
    try {
      var lease = client.leases().inNamespace(namespace).withName(settings.leaseName()).get();
      if (lease != null && identity.equals(lease.getSpec().getHolderIdentity())) {
        lease.getSpec().setHolderIdentity("");
        client.resource(lease).lockResourceVersion().update();
      }
    } catch (KubernetesClientException e) {
      LOG.infof("The Lease runs out by itself: it couldn't be given back: %s", e.getMessage());
    }
  }

  private static void seen(String leader) {
    LOG.infof("The operator that works is %s.", leader);
  }
}
