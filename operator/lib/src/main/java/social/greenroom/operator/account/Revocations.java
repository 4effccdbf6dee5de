package social.greenroom.operator.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.leadership.LeadershipLost;
import social.greenroom.operator.work.Rounds;
import social.greenroom.store.lookup.DueRevocation;

/**
 * Has the access to accounts given back that a panic stopped: the Job that looks at an account
 * gives it back first. The rows are the memory, so what fails is done again.
 */
@ApplicationScoped
public class Revocations {
  private static final Logger LOG = Logger.getLogger(Revocations.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final OperatorDatabases databases;
  private final Checks checks;
  private final ChangeFeed changes;
  private final Rounds rounds = new Rounds("revocations", this::round);

  Revocations(OperatorDatabases databases, Checks checks, ChangeFeed changes) {
    this.databases = databases;
    this.checks = checks;
    this.changes = changes;
  }

  void start(@Observes LeadershipGained gained) {
    changes.listen(
        change -> {
          if (change.kind().equals("revocation")) {
            rounds.wake();
          }
        },
        rounds::wake);
    rounds.start();
  }

  void stop(@Observes LeadershipLost lost) {
    rounds.close();
  }

  private Duration round() {
    var due = databases.lookup().revocationsDue();
    due.forEach(this::want);
    if (!due.isEmpty()) {
      checks.wake();
    }
    return PAUSE;
  }

  private void want(DueRevocation due) {
    try {
      databases.tenants().run(due.tenantId(), session -> session.checks().want(due.accountId()));
    } catch (RuntimeException e) {
      // What goes wrong for one holds up no other, and is tried again with the next round.
      LOG.warnf("An access is given back later: %s", e.getMessage());
      LOG.debug("The failure", e);
    }
  }
}
