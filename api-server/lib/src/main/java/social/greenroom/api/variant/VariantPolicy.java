package social.greenroom.api.variant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.TakenTimes;
import social.greenroom.api.problem.FieldError;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.Deadline;
import social.greenroom.core.schedule.Placement;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.core.schedule.Violation;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.VariantRow;

/**
 * What the network, the talent's never-say list and day, and the account's rules say about one
 * variant.
 *
 * @param deadline after which its request lets nothing go out
 * @param taken the times at which the other posts of the account and of the talent go out
 */
record VariantPolicy(
    AccountRow account,
    AccountPolicy policy,
    TakenTimes taken,
    @Nullable Deadline deadline,
    ApiClock clock) {
  /** Further than this nothing is scheduled. */
  private static final Duration HORIZON = Duration.ofDays(400);

  /** How much later than sent a time may arrive and still count as not passed. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /**
   * What holds, for choosing a time: nobody else chooses one for the talent until this transaction
   * has ended, so the times that are free here are still free when one of them is written.
   */
  static VariantPolicy choosingTime(OpenVariant open, ApiClock clock) {
    open.session().talents().holdCalendar(open.talent().id());
    return read(open.session(), open.row(), clock);
  }

  static VariantPolicy read(TenantSession session, VariantRow variant, ApiClock clock) {
    var talent = session.talents().find(variant.talentId()).orElseThrow();
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var policy = AccountPolicy.of(session.tenant().get(), talent, account);
    var now = clock.now();
    var from = now.minus(policy.rules().cooldown()).minus(Duration.ofDays(2));
    var taken =
        session.planning().occupied(talent.id(), null, from, now.plus(HORIZON)).stream()
            .filter(other -> !other.variantId().equals(variant.id()))
            .filter(other -> !other.proposed())
            .toList();
    var latest = session.posts().find(variant.postId()).orElseThrow().notAfter();
    var deadline = latest == null ? null : new Deadline(latest, policy.rules().zone());
    return new VariantPolicy(account, policy, TakenTimes.of(account, taken), deadline, clock);
  }

  /** The latest time that the request allows; null for any. */
  @Nullable Instant latest() {
    return deadline == null ? null : deadline.at();
  }

  /**
   * Ends the request unless the post may still go out at that time.
   *
   * @throws ProblemException 422 with the latest time
   */
  private Instant requireInTime(Instant at) {
    if (deadline != null && !deadline.allows(at)) {
      throw ProblemException.field(
          "publishAt",
          deadline.sentence()
              + (deadline.allows(clock.now()) ? " Choose an earlier time." : " That has passed."));
    }
    return at;
  }

  private Optional<Violation> violation(Instant at) {
    return day().check(policy.rules(), at, taken.ofAccount());
  }

  private TalentDay day() {
    return policy.talentDay(taken.ofTalent());
  }

  /**
   * Ends the request unless the payload may go out.
   *
   * @throws ProblemException 422 with what is wrong field by field
   */
  void requireContent(Payload payload) {
    var errors = new ArrayList<FieldError>();
    PayloadCheck.check(payload, account.channel())
        .forEach(problem -> errors.add(new FieldError(problem.field(), problem.message())));
    NeverSayCheck.check(policy.policy().neverSayList(), payload).ifPresent(errors::add);
    if (!errors.isEmpty()) {
      var detail =
          errors.size() == 1
              ? errors.get(0).message()
              : "%d things have to be changed first.".formatted(errors.size());
      throw ProblemException.of(ProblemKind.NOT_VALID, detail, errors);
    }
  }

  /**
   * Ends the request unless a post may go out then.
   *
   * @param chosen why an instant is what it is
   * @throws ProblemException 422 with the rule and the earliest time that keeps it
   */
  Placement requireTime(PublishTime asked, String chosen) {
    if (asked.equals(PublishTime.NEXT)) {
      return nextSlot();
    }
    return asked.equals(PublishTime.BEST)
        ? bestTime()
        : new Placement(requireInstant(asked), chosen);
  }

  private Instant requireInstant(PublishTime asked) {
    var now = clock.now();
    var at = asked.at(now);
    if (at.isBefore(now.minus(GRACE))) {
      throw ProblemException.field(
          "publishAt", "This time has passed; choose a later one, or 'now'.");
    }
    if (at.isAfter(now.plus(HORIZON))) {
      throw ProblemException.field(
          "publishAt", "This is more than a year ahead; choose an earlier time.");
    }
    requireInTime(at);
    violation(at)
        .ifPresent(
            violation -> {
              throw ProblemException.field("publishAt", withEarliest(violation));
            });
    return at;
  }

  private String withEarliest(Violation violation) {
    var earliest = violation.earliest();
    return earliest == null
        ? violation.sentence()
        : "%s The earliest time is %s."
            .formatted(
                Sentences.ended(violation.sentence()),
                new LocalTimes(policy.rules().zone()).words(earliest));
  }

  /** True when no rule of the account, talent or request is broken by a post at that time. */
  boolean allows(Instant at) {
    return violation(at).isEmpty() && (deadline == null || deadline.allows(at));
  }

  /**
   * The first moment from now on at which no rule of the account or the talent is broken.
   *
   * @throws ProblemException 422 when there is none
   */
  Instant earliest() {
    var now = clock.now();
    var violation = violation(now);
    if (violation.isEmpty()) {
      return requireInTime(now);
    }
    var earliest = violation.get().earliest();
    if (earliest == null) {
      throw ProblemException.field("publishAt", violation.get().sentence());
    }
    return requireInTime(earliest);
  }

  /** The next of the best times that is free: those somebody declared, else the network's. */
  private Placement bestTime() {
    var rules =
        policy
            .atBestTimes()
            .orElseThrow(
                () ->
                    ProblemException.field(
                        "publishAt",
                        "No best time is known for %s; choose 'next' or a time."
                            .formatted(account.platform().wireName())));
    var slot =
        day()
            .nextSlot(rules, clock.now(), taken.ofAccount())
            .orElseThrow(
                () ->
                    ProblemException.field(
                        "publishAt",
                        "None of the best times is free in the next year; choose a time"
                            + " yourself."));
    requireInTime(slot.at());
    return new Placement(
        slot.at(),
        "Chosen by the best times of %s. %s"
            .formatted(rules.policy().slots().source().words(), slot.reason()));
  }

  /** The next free slot of the account. */
  Placement nextSlot() {
    var slot =
        day()
            .nextSlot(policy.rules(), clock.now(), taken.ofAccount())
            .orElseThrow(
                () ->
                    ProblemException.field(
                        "publishAt",
                        "The account has no free slot in the next year; choose a time yourself."));
    requireInTime(slot.at());
    return slot;
  }
}
