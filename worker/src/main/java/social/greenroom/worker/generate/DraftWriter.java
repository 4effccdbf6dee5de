package social.greenroom.worker.generate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.DraftCheck;
import social.greenroom.core.schedule.Deadline;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.talent.TalentRow;

/**
 * Stores a request's drafts, all in the one transaction it is given: either the request has its
 * post and every variant, or nothing was written and the Job may run again.
 */
record DraftWriter(TenantSession session, RequestRow request, TalentRow talent, String worker) {
  private static final int TITLE_CHARS = 80;

  /** Writes the post, its variants with their pictures and proposed times, and the next stage. */
  void write(String idea, List<Drafted> written, List<Picture> pictures, Instant now) {
    // The agents took their time: it may have been withdrawn, or drafted by another run.
    var open = session.requests().lock(request.id()).filter(row -> !row.stage().ended());
    if (open.isEmpty() || session.posts().ofRequest(request.id()).isPresent()) {
      return;
    }
    var drafts = stillWanted(written);
    if (drafts.isEmpty()) {
      session
          .requests()
          .advance(
              request.id(), Stage.FAILED, "The accounts it was meant for were removed meanwhile.");
      return;
    }
    var post =
        session
            .posts()
            .put(new NewPost(talent.id(), request.id(), request.source(), title(idea), idea));
    pictures.forEach(picture -> session.media().original(picture.media(worker)));
    // Another Job may be proposing times for the talent's day at this moment.
    session.talents().holdCalendar(talent.id());
    for (var draft : drafts) {
      leaveDraft(variant(post, draft, now), draft, pictures, now);
    }
    var waiting = !session.media().unrendered(request.id()).isEmpty();
    session
        .requests()
        .advance(
            request.id(),
            waiting ? Stage.RENDERING : Stage.COMPLETE,
            waiting ? "The pictures are being made." : "Ready to be looked at.");
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.worker(worker),
                "request.drafted",
                "Drafted '%s' for %d accounts.".formatted(post.title(), drafts.size()),
                "request",
                request.id(),
                talent.id()));
  }

  private List<Drafted> stillWanted(List<Drafted> written) {
    var held =
        session.accounts().hold(talent.id()).stream()
            .map(AccountRow::id)
            .collect(Collectors.toUnmodifiableSet());
    var removed = session.talents().find(talent.id()).orElseThrow().removedAt() != null;
    return written.stream()
        .filter(draft -> !removed && held.contains(draft.account().id()))
        .toList();
  }

  private VariantRow variant(PostRow post, Drafted draft, Instant now) {
    var account = draft.account();
    var policy = AccountPolicy.read(session, talent, account);
    var time =
        Proposal.of(
            policy.rules(),
            policy.talentDay(Proposal.takenByTalent(session, talent.id(), now)),
            request.scheduleHint(),
            deadline().orElse(null),
            now,
            Proposal.taken(session, account.id(), now));
    return session
        .variants()
        .draft(
            new NewVariant(
                post.id(),
                talent.id(),
                account.id(),
                CanonicalPayload.write(draft.payload()),
                time.at(),
                time.reason(),
                worker));
  }

  /** Blocks it, or hands it to its owner, or leaves it a draft until its pictures are rendered. */
  private void leaveDraft(VariantRow variant, Drafted draft, List<Picture> pictures, Instant now) {
    int shown = Math.min(pictures.size(), Networks.of(draft.account().platform()).maxImages());
    IntStream.range(0, shown)
        .forEach(
            i ->
                session
                    .media()
                    .attach(
                        variant.id(), i, pictures.get(i).sha256(), draft.altText(pictures.get(i))));
    var problem = problem(draft, now);
    if (problem.isPresent()) {
      session.variants().block(variant.id(), problem.get(), worker);
    } else if (shown == 0) {
      session.variants().submit(variant.id(), worker);
    }
  }

  private Optional<String> problem(Drafted draft, Instant now) {
    var ofContent =
        tooLate(now)
            .or(
                () ->
                    DraftCheck.firstProblem(
                        draft.judgeable(), draft.account().channel(), talent.profile()))
            .or(draft::refusal);
    return draft.account().connected()
        ? ofContent
        : Optional.of((ofContent.orElse("") + " " + PayloadCheck.NOT_CONNECTED).strip());
  }

  private Optional<String> tooLate(Instant now) {
    return deadline()
        .filter(deadline -> !deadline.allows(now))
        .map(
            deadline ->
                "%s That has passed; cancel it, or make a new request."
                    .formatted(deadline.sentence()));
  }

  private Optional<Deadline> deadline() {
    return Optional.ofNullable(request.notAfter())
        .map(at -> new Deadline(at, ZoneId.of(talent.timeZone())));
  }

  private static String title(String idea) {
    var line = idea.strip().lines().findFirst().orElse("Untitled").strip();
    if (line.length() <= TITLE_CHARS) {
      return line;
    }
    var cut = line.lastIndexOf(' ', TITLE_CHARS);
    return line.substring(0, cut > TITLE_CHARS / 2 ? cut : TITLE_CHARS) + "…";
  }
}
