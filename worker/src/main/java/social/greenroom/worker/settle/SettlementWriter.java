package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.publish.AttemptRow;

/** Writes a verdict over the variant, each in a transaction of its own. */
record SettlementWriter(TenantDatabase database, AttemptRow attempt, String worker)
    implements Verdict.Settlement {
  /** A network that swallows a post again and again is for a person to look at. */
  private static final int ATTEMPTS = 4;

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Override
  public void published(String remoteId, @Nullable String url) {
    database.run(
        database.own(),
        session -> session.settlements().published(attempt.variantId(), remoteId, url, worker));
  }

  @Override
  public void notPublished(String sentence) {
    if (attempt.number() >= ATTEMPTS) {
      failed(
          "It was sent %d times and the account's posts never held it; look at the account."
              .formatted(attempt.number()));
      return;
    }
    try {
      database.run(
          database.own(),
          session ->
              session
                  .settlements()
                  .sendAgain(attempt.variantId(), sentence, Instant.now().plus(PAUSE), worker));
    } catch (RuleViolationException e) {
      if (e.rule() != Rule.APPROVAL) {
        throw e;
      }
      failed("It didn't go out. " + e.getMessage());
    }
  }

  @Override
  public void leftToPerson(String sentence) {}

  private void failed(String sentence) {
    database.run(
        database.own(),
        session -> session.settlements().failed(attempt.variantId(), sentence, worker));
  }
}
