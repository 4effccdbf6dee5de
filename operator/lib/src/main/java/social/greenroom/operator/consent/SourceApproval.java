package social.greenroom.operator.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.schedule.Placement;
import social.greenroom.store.approval.NewApproval;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.audit.KeptVariant;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.Repeat;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.talent.SourcedVariant;
import social.greenroom.store.talent.TalentRow;

/** Gives the yes that an owner gave ahead, in the session's transaction. */
record SourceApproval(TenantSession session, Instant now) {
  private static final Duration BACK = Duration.ofDays(2);
  private static final Duration AHEAD = Duration.ofDays(400);

  /**
   * Approves it, unless no time suits it or it was said before: then its owner is asked, as for any
   * other.
   */
  void give(SourcedVariant sourced) {
    var variant = session.variants().find(sourced.variantId()).orElseThrow();
    var talent = session.talents().find(variant.talentId()).orElseThrow();
    session.talents().holdCalendar(talent.id());
    var latest = session.posts().find(variant.postId()).orElseThrow().notAfter();
    place(variant, talent)
        .filter(time -> latest == null || !time.at().isAfter(latest))
        .filter(time -> said(variant, talent, time).isEmpty())
        .ifPresent(time -> approve(sourced, variant, time, latest));
  }

  private Optional<Repeat> said(VariantRow variant, TalentRow talent, Placement time) {
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var window = AccountPolicy.read(session, talent, account).repeatWindow();
    return session.repeats().around(variant, time.at(), window);
  }

  private void approve(
      SourcedVariant sourced, VariantRow before, Placement time, @Nullable Instant latest) {
    var change =
        session
            .approvals()
            .approve(
                new NewApproval(
                    before.id(),
                    before.contentHash(),
                    sourced.ownerId(),
                    sourced.ownerName(),
                    sourced.standingApprovalId(),
                    time.at(),
                    time.reason(),
                    new ApprovalWindow(null, latest)));
    if (!change.made()) {
      return;
    }
    session
        .audit()
        .record(
            new AuditEntry(
                Actor.operator(),
                "variant.approved",
                "Approved by %s's standing approval for what comes from there (%s)."
                    .formatted(sourced.ownerName(), sourced.source()),
                "variant",
                before.id(),
                before.talentId(),
                KeptVariant.of(before),
                KeptVariant.of(change.current().orElseThrow()),
                null));
  }

  /**
   * The time that was proposed, as long as it lies ahead and no rule that came since is in its way;
   * else the account's next free slot.
   */
  private Optional<Placement> place(VariantRow variant, TalentRow talent) {
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var policy = AccountPolicy.read(session, talent, account);
    var taken =
        session.planning().occupied(talent.id(), null, now.minus(BACK), now.plus(AHEAD)).stream()
            .filter(other -> !other.proposed())
            .toList();
    var day = policy.talentDay(times(taken));
    var ofAccount = times(taken.stream().filter(o -> o.accountId().equals(account.id())).toList());
    var proposed = variant.publishAt();
    if (proposed != null
        && proposed.isAfter(now)
        && day.check(policy.rules(), proposed, ofAccount).isEmpty()) {
      var reason = variant.scheduleReason();
      return Optional.of(
          new Placement(proposed, reason == null ? "The time that was proposed." : reason));
    }
    return day.nextSlot(policy.rules(), now, ofAccount);
  }

  private static List<Instant> times(List<Occupied> taken) {
    return taken.stream().map(Occupied::at).toList();
  }
}
