package social.greenroom.operator.leadership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How several operators agree on the one that works. */
@ConfigMapping(prefix = "greenroom.operator.leader-election")
public interface LeaderElectionSettings {
  /** Off: this operator works from its start, and has to be the only one. */
  @WithDefault("false")
  boolean enabled();

  /** The name of the Lease, in the operator's own namespace. */
  @WithDefault("greenroom-operator")
  String leaseName();

  /** A Lease that wasn't renewed for so long is another's for the taking. */
  @WithDefault("15s")
  Duration leaseDuration();

  /** A leader that couldn't renew for so long ends; shorter than the Lease's duration. */
  @WithDefault("10s")
  Duration renewDeadline();

  /** How often the Lease is renewed, or asked for. */
  @WithDefault("2s")
  Duration retryPeriod();

  /** Who this operator is; the pod's name, or else a random one. */
  Optional<String> identity();
}
