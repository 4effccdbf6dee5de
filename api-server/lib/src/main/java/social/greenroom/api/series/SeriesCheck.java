package social.greenroom.api.series;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.FieldError;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.series.InvalidRecurrenceException;
import social.greenroom.core.series.Occurrence;
import social.greenroom.core.series.Recurrence;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.SeriesAsked;
import social.greenroom.store.series.SeriesSpec;
import social.greenroom.store.talent.TalentRow;

/** Checks what is wanted of a series; each problem names its field. */
record SeriesCheck(TenantSession session, TalentRow talent, Instant now) {
  private static final int SHOWN = 5;

  /**
   * What is to be declared.
   *
   * @param repeats what an evergreen series repeats already, whose post stays; null for a new one
   * @throws ProblemException 422
   */
  SeriesAsked asked(SeriesWish wish, SeriesSpec.@Nullable Repeats repeats) {
    oneOf(wish.recurrence(), wish.evergreen());
    var errors = accounts(wish.accounts());
    if (wish.recurrence() != null && wish.words().isEmpty()) {
      errors.add(new FieldError("text", "Say what the posts should be about."));
    }
    require(errors);
    var asked =
        new SeriesAsked(
            wish.words(),
            wish.accounts(),
            wish.link(),
            wish.recurrence() == null ? null : wish.recurrence().declaration(),
            wish.evergreen() == null ? null : repeats(wish.evergreen(), repeats));
    if (asked.recurrence() != null) {
      next(recurrence(asked.recurrence()));
    }
    return asked;
  }

  /**
   * The next times.
   *
   * @throws ProblemException 422, also when there is none any more
   */
  List<Occurrence> times(SeriesPreviewWish wish) {
    oneOf(wish.recurrence(), wish.evergreen());
    var rule = wish.recurrence();
    if (rule != null) {
      return next(recurrence(rule.declaration()));
    }
    var evergreen = wish.evergreen();
    if (evergreen == null) {
      return List.of();
    }
    var out =
        RepeatedPost.find(session, talent, evergreen.postId())
            .out()
            .atZone(zone())
            .toLocalDateTime()
            .withSecond(0)
            .withNano(0);
    return recurrence(RecurrenceDeclaration.everyDays(evergreen.intervalDays(), out))
        .between(now, Instant.MAX, Math.min(SHOWN, evergreen.maximum()));
  }

  private static void oneOf(@Nullable SeriesRule recurrence, @Nullable SeriesRepeats evergreen) {
    if ((recurrence == null) == (evergreen == null)) {
      throw ProblemException.field(
          "recurrence", "Send either recurrence, a rule, or evergreen, a post that is repeated.");
    }
  }

  private List<FieldError> accounts(List<UUID> named) {
    var known = session.accounts().list(talent.id()).stream().map(AccountRow::id).toList();
    var errors = new ArrayList<FieldError>();
    var seen = new HashSet<UUID>();
    for (int i = 0; i < named.size(); i++) {
      var field = "accountIds[%d]".formatted(i);
      if (!known.contains(named.get(i))) {
        errors.add(
            new FieldError(
                field,
                "%s has no such account; choose one of theirs.".formatted(talent.displayName())));
      } else if (!seen.add(named.get(i))) {
        errors.add(new FieldError(field, "This account is named twice; name it once."));
      }
    }
    if (known.isEmpty()) {
      errors.add(
          new FieldError(
              "accountIds",
              "%s has no account yet, so there is nowhere to post."
                  .formatted(talent.displayName())));
    }
    return errors;
  }

  private SeriesSpec.Repeats repeats(SeriesRepeats wish, SeriesSpec.@Nullable Repeats before) {
    var request =
        before != null && wish.postId() == null
            ? before.request()
            : RepeatedPost.find(session, talent, wish.postId()).request();
    if (before != null && !request.equals(before.request())) {
      throw ProblemException.field(
          "evergreen.postId", "The post of a series stays; make a new series for another post.");
    }
    return new SeriesSpec.Repeats(request, wish.intervalDays(), wish.maximum());
  }

  private Recurrence recurrence(RecurrenceDeclaration declared) {
    if (declared.rule().contains("COUNT=") && declared.rule().contains("UNTIL=")) {
      throw ProblemException.field(
          "recurrence.rule", "Give COUNT or UNTIL, not both: take one of the two out.");
    }
    try {
      return Recurrence.of(declared, zone());
    } catch (InvalidRecurrenceException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  /** The message begins with its field. */
  private static ProblemException problem(String message) {
    int colon = message.indexOf(": ");
    var sentence = message.substring(colon + 2);
    return ProblemException.field(
        message.substring(0, Math.max(0, colon)),
        sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
  }

  private List<Occurrence> next(Recurrence recurrence) {
    var times = recurrence.between(now, Instant.MAX, SHOWN);
    if (times.isEmpty()) {
      throw ProblemException.field(
          "recurrence.start", "All of its times are over; change the start, the end or the rule.");
    }
    return times;
  }

  private ZoneId zone() {
    return ZoneId.of(talent.timeZone());
  }

  private static void require(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw ProblemException.of(ProblemKind.NOT_VALID, errors.get(0).message(), errors);
    }
  }
}
