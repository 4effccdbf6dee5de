package social.greenroom.operator.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.operator.plan.PostEffect.Effect;
import social.greenroom.operator.plan.Prospect.Course;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.talent.TalentRow;

/** What differs between a tenant's posts before a change and after it. */
final class PostEffects {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final Set<VariantState> APPROVED =
      EnumSet.of(VariantState.APPROVED, VariantState.QUEUED);

  private final TenantSession session;
  private final Outlook before;
  private final Outlook after;

  PostEffects(TenantSession session, Outlook before, Outlook after) {
    this.session = session;
    this.before = before;
    this.after = after;
  }

  /** One for each post that is concerned, with its row as it was. */
  List<Concerned> list() {
    var concerned = new ArrayList<Concerned>();
    for (var row : before.open().values()) {
      change(row).ifPresent(told -> concerned.add(concerned(row, told)));
    }
    return concerned;
  }

  /** A post that is concerned, and whose it is. */
  record Concerned(VariantRow row, TalentRow talent, PostEffect effect) {}

  private record Told(Effect effect, String sentence) {}

  private Concerned concerned(VariantRow row, Told told) {
    var talent = session.talents().find(row.talentId()).orElseThrow();
    var effect =
        new PostEffect(
            session.posts().byIds(Set.of(row.postId())).stream()
                .map(PostRow::title)
                .findFirst()
                .orElse(""),
            row.id().toString(),
            talent.displayName(),
            session.accounts().find(row.accountId()).map(AccountRow::name).orElse(""),
            told.effect(),
            told.sentence(),
            APPROVED.contains(row.state()) ? row.decidedBy() : null);
    return new Concerned(row, talent, effect);
  }

  private Optional<Told> change(VariantRow row) {
    var now = session.variants().find(row.id()).orElseThrow();
    if (now.state() == VariantState.CANCELLED) {
      return Optional.of(new Told(Effect.CANCELLED, cancelled(row, now)));
    }
    var was = before.of(row.id());
    var is = after.of(row.id());
    return was == null || is == null || same(was, is)
        ? Optional.empty()
        : Optional.of(turned(row, was, is));
  }

  private static boolean same(Prospect was, Prospect is) {
    return was.course() == is.course() && Objects.equals(was.at(), is.at());
  }

  private Told turned(VariantRow row, Prospect was, Prospect is) {
    return switch (is.course()) {
      case HELD -> new Told(Effect.HELD, planned(row, was) + is.sentence());
      case FAILS -> new Told(Effect.FAILED, planned(row, was) + is.sentence());
      case GOES_OUT ->
          was.course() == Course.GOES_OUT
              ? new Told(
                  Effect.MOVED,
                  "From %s to %s. %s"
                      .formatted(time(row, was.at()), time(row, is.at()), is.sentence())
                      .strip())
              : new Told(Effect.FREED, "It goes out on %s.".formatted(time(row, is.at())));
    };
  }

  private String planned(VariantRow row, Prospect was) {
    return was.at() == null ? "" : "It was to go out on %s. ".formatted(time(row, was.at()));
  }

  private String cancelled(VariantRow row, VariantRow now) {
    var reason = Objects.requireNonNullElse(now.cancelledReason(), "");
    var was = before.of(row.id());
    return was == null ? reason : planned(row, was) + reason;
  }

  /** In the talent's time zone. */
  private String time(VariantRow row, @Nullable Instant at) {
    var zone =
        session
            .talents()
            .find(row.talentId())
            .map(talent -> ZoneId.of(talent.timeZone()))
            .orElseThrow();
    return at == null ? "an open time" : TIME.format(at.atZone(zone)) + " (" + zone + ")";
  }
}
