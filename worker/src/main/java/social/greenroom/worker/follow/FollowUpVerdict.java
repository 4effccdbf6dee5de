package social.greenroom.worker.follow;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.post.FollowUp;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.worker.settle.AlteredText;
import social.greenroom.worker.settle.StoredText;
import social.greenroom.worker.settle.Swallowed;
import social.greenroom.worker.settle.Verdict;

/** Writes a verdict over what follows a post, each in a transaction of its own. */
record FollowUpVerdict(
    TenantDatabase database,
    FollowUpAttemptRow attempt,
    FollowUp followUp,
    UUID talentId,
    InstantSource clock,
    String worker)
    implements Verdict.Settlement {
  @Override
  public void published(OwnPost post) {
    var altered = StoredText.altered(followUp.text(), post.text()).orElse(null);
    database.run(
        database.own(),
        session -> {
          var made = session.followUpSettlements().published(attempt, post, altered, worker);
          if (made && altered != null) {
            AlteredText.tell(session, worker, followUp.words(), attempt.variantId(), talentId);
          }
        });
  }

  @Override
  public void notPublished(String sentence) {
    database.run(
        database.own(),
        session -> {
          var swallowed = swallowed(session);
          if (swallowed.isForPerson()) {
            session.followUpSettlements().failed(attempt, swallowed.sentence(), worker);
          } else {
            var again = swallowed.again(clock.instant(), ThreadLocalRandom.current());
            session.followUpSettlements().sendAgain(attempt, sentence, again, worker);
          }
        });
  }

  private Swallowed swallowed(TenantSession session) {
    var row = session.followUps().find(attempt.variantId(), attempt.position()).orElseThrow();
    var times =
        session.followUps().attempts(List.of(attempt.variantId())).stream()
            .filter(other -> other.position() == attempt.position())
            .filter(other -> !other.startedAt().isBefore(row.wantedAt()))
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
          if (session.followUpSettlements().ask(attempt, sentence, candidates)) {
            session
                .audit()
                .record(
                    AuditEntry.of(
                        Actor.worker(worker),
                        "follow_up.unsettled",
                        "Whether %s was added: %s".formatted(followUp.words(), sentence),
                        "variant",
                        attempt.variantId(),
                        talentId));
          }
        });
  }
}
