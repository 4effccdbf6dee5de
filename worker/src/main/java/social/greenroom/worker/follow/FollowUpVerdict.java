package social.greenroom.worker.follow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.post.FollowUp;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.worker.settle.AlteredText;
import social.greenroom.worker.settle.StoredText;
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
  /** A network that swallows it again and again is for a person to look at. */
  private static final int ATTEMPTS = 4;

  private static final Duration PAUSE = Duration.ofSeconds(5);

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
          if (attempt.number() >= ATTEMPTS) {
            session
                .followUpSettlements()
                .failed(
                    attempt,
                    "It was sent %d times and the account's posts never held it; look at the account."
                        .formatted(attempt.number()),
                    worker);
          } else {
            session
                .followUpSettlements()
                .sendAgain(attempt, sentence, clock.instant().plus(PAUSE), worker);
          }
        });
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
