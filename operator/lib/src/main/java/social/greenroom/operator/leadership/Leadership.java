package social.greenroom.operator.leadership;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Whether this operator is the one that works. Its controllers, rounds and listeners begin when it
 * is, and end with it.
 */
@ApplicationScoped
public class Leadership {
  private static final Logger LOG = Logger.getLogger(Leadership.class);

  /** Before the controllers are stopped, which gives the Lease back. */
  private static final int BEFORE_THE_CONTROLLERS = 2000;

  private final LeaderElectionSettings settings;
  private final Event<LeadershipGained> gained;
  private final Event<LeadershipLost> lost;
  private final AtomicBoolean leading = new AtomicBoolean();
  private volatile boolean ending;

  Leadership(
      LeaderElectionSettings settings, Event<LeadershipGained> gained, Event<LeadershipLost> lost) {
    this.settings = settings;
    this.gained = gained;
    this.lost = lost;
  }

  void start(@Observes StartupEvent started) {
    if (!settings.enabled()) {
      begin();
    }
  }

  void stop(@Observes @Priority(BEFORE_THE_CONTROLLERS) ShutdownEvent stopping) {
    ending = true;
    if (leading.getAndSet(false)) {
      lost.fire(new LeadershipLost());
    }
  }

  /** True from the moment on at which this operator may work. */
  public boolean leading() {
    return leading.get();
  }

  /** True when this operator ends in order, its work having ended before. */
  boolean ending() {
    return ending;
  }

  void begin() {
    if (!ending && leading.compareAndSet(false, true)) {
      LOG.info("This operator works from now on.");
      gained.fire(new LeadershipGained());
    }
  }
}
