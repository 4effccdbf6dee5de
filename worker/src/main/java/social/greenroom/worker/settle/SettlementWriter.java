package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.publish.AttemptRow;

/**
 * Writes a verdict over the variant, each in a transaction of its own. It is a verdict about this
 * attempt: when the variant was settled and sent again meanwhile, nothing is written.
 */
record SettlementWriter(
    TenantDatabase database,
    AttemptRow attempt,
    UUID talentId,
    String sent,
    InstantSource clock,
    String worker)
    implements Verdict.Settlement {
  /** A network that swallows a post again and again is for a person to look at. */
  private static final int ATTEMPTS = 4;

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Override
  public void published(OwnPost post) {
    var altered = StoredText.altered(sent, post.text()).orElse(null);
    database.run(
        database.own(),
        session -> {
          var change = session.settlements().published(attempt, post, altered, worker);
          if (change.made() && altered != null) {
            AlteredText.tell(session, worker, "the post", attempt.variantId(), talentId);
          }
        });
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
                  .sendAgain(attempt, sentence, clock.instant().plus(PAUSE), worker));
    } catch (RuleViolationException e) {
      if (e.rule() != Rule.APPROVAL) {
        throw e;
      }
      failed("It didn't go out. " + e.getMessage());
    }
  }

  @Override
  public void leftToPerson(String sentence, List<OwnPost> candidates) {
    database.run(
        database.own(),
        session -> {
          // Every run looks again at what is unknown; the activity page tells it once.
          if (session.settlements().ask(attempt, sentence, candidates)) {
            session
                .audit()
                .record(
                    AuditEntry.of(
                        Actor.worker(worker),
                        "variant.unsettled",
                        sentence,
                        "variant",
                        attempt.variantId(),
                        talentId));
          }
        });
  }

  private void failed(String sentence) {
    database.run(
        database.own(), session -> session.settlements().failed(attempt, sentence, worker));
  }
}
