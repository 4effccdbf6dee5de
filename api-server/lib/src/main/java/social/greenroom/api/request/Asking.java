package social.greenroom.api.request;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.media.MediaAccess;
import social.greenroom.api.problem.FieldError;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.time.ApiClock;
import social.greenroom.api.trace.CurrentTrace;
import social.greenroom.api.variant.PublishTime;
import social.greenroom.core.post.Origin;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.media.MediaRow;
import social.greenroom.store.request.Attachment;
import social.greenroom.store.request.IntakeSpec;
import social.greenroom.store.request.NewIntake;
import social.greenroom.store.talent.TalentRow;

/** Takes a request in; the operator turns it into a PostRequest from there. */
@Singleton
final class Asking {
  private final ApiClock clock;
  private final CurrentTrace trace;

  Asking(ApiClock clock, CurrentTrace trace) {
    this.clock = clock;
    this.trace = trace;
  }

  /** Stores it, or finds what the same person stored under the same key before. */
  PostRequest accept(TenantSession session, Caller caller, UUID key, NewPostRequest asked) {
    require(asked.duplicates());
    var talent = talent(session, caller, asked.talentId());
    checkAccounts(session, talent, asked.namedAccounts());
    var publishAt = asked.publishAt();
    var spec =
        new IntakeSpec(
            asked.text().strip(),
            asked.namedAccounts(),
            files(session, caller, asked.files()),
            publishAt == null ? null : instant(publishAt),
            asked.link());
    // The key is the caller's own: nobody reads another's request by guessing its key.
    var identity = "%s:%s".formatted(caller.userId(), key);
    var intake =
        session
            .intake()
            .accept(new NewIntake(talent.id(), Origin.PORTAL, identity, spec, caller.email()));
    var first = session.audit().list(null, intake.id(), null, 1).items().isEmpty();
    if (first) {
      trace.noteRequest(session, intake.id());
      AuditTrail.of(session, caller)
          .request(
              "request.asked",
              "%s asked for a post for %s.".formatted(caller.displayName(), talent.displayName()),
              intake.id(),
              talent.id());
    }
    var summary = session.requests().summary(intake.id()).orElseThrow();
    return new PostRequestView(session).of(List.of(summary)).get(0);
  }

  /** A request without a time is proposed for the next free slot anyway. */
  private @Nullable Instant instant(PublishTime asked) {
    if (asked.equals(PublishTime.BEST)) {
      throw ProblemException.field(
          "publishAt", "The best time is chosen for each post once it is drafted; leave this out.");
    }
    return asked.equals(PublishTime.NEXT) ? null : asked.at(clock.now());
  }

  private static TalentRow talent(TenantSession session, Caller caller, UUID id) {
    return session
        .talents()
        .find(id)
        .filter(found -> found.removedAt() == null && caller.sees(found.id()))
        .orElseThrow(() -> ProblemException.notFound("talent"));
  }

  private static void checkAccounts(TenantSession session, TalentRow talent, List<UUID> named) {
    var known = session.accounts().list(talent.id()).stream().map(AccountRow::id).toList();
    var errors = new ArrayList<FieldError>();
    for (int i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        errors.add(
            new FieldError(
                "accountIds[%d]".formatted(i),
                "%s has no such account; choose one of theirs.".formatted(talent.displayName())));
      }
    }
    if (known.isEmpty()) {
      errors.add(
          new FieldError(
              "accountIds",
              "%s has no account yet, so there is nowhere to post."
                  .formatted(talent.displayName())));
    }
    require(errors);
  }

  private static List<Attachment> files(
      TenantSession session, Caller caller, List<AttachedFile> files) {
    var errors = new ArrayList<FieldError>();
    var known = new ArrayList<Attachment>();
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i);
      var media = new MediaAccess(session, caller).find(file.sha256());
      if (media.isPresent()) {
        known.add(stored(file, media.get()));
      } else {
        errors.add(
            new FieldError(
                "attachments[%d].uri".formatted(i), "This file isn't here; upload it first."));
      }
    }
    require(errors);
    return known;
  }

  private static Attachment stored(AttachedFile file, MediaRow media) {
    return new Attachment(
        file.uri(), media.sha256(), media.mediaType(), media.bytes(), file.altText());
  }

  private static void require(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ProblemException.of(ProblemKind.NOT_VALID, errors.get(0).message(), errors);
    }
  }
}
