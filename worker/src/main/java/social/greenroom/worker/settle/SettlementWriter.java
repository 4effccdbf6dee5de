package social.greenroom.worker.settle;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
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
    var swallowed = database.in(database.own(), this::swallowed);
    if (swallowed.isForPerson()) {
      failed(swallowed.sentence());
      return;
    }
    var again = swallowed.again(clock.instant(), ThreadLocalRandom.current());
    try {
      database.run(
          database.own(),
          session -> session.settlements().sendAgain(attempt, sentence, again, worker));
    } catch (RuleViolationException e) {
      if (e.rule() != Rule.APPROVAL) {
        throw e;
      }
      failed("It didn't go out. " + e.getMessage());
    }
  }

  /** Counts from the time that was last chosen for it: a person who tries it again begins anew. */
  private Swallowed swallowed(TenantSession session) {
    var due = session.variants().find(attempt.variantId()).orElseThrow().publishAt();
    var times =
        session.attempts().of(attempt.variantId()).stream()
            .filter(other -> due == null || !other.startedAt().isBefore(due))
            .filter(other -> !other.id().equals(attempt.id()))
            .filter(other -> "reading".equals(other.settledThrough()))
            .count();
    return new Swallowed(1 + (int) times);
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
