package social.greenroom.operator.talent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.schedule.ZoneMove;
import social.greenroom.crds.talent.Talent;
import social.greenroom.operator.database.Departure;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.stop.Stops;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.talent.TalentUpsert;

/** Talents in the database. */
@ApplicationScoped
public class TalentRows {
  private final OperatorDatabases databases;

  TalentRows(OperatorDatabases databases) {
    this.databases = databases;
  }

  /** Keeps the declaration where it differs from the row; an unchanged one writes nothing. */
  StoredTalent store(UUID tenantId, Talent talent) {
    return databases.tenants().inDerived(tenantId, session -> store(session, talent));
  }

  /** The same, in a transaction of the caller's. */
  public static StoredTalent store(TenantSession session, Talent talent) {
    var spec = TalentDeclaration.of(talent, session.tenant().get());
    var problem = TalentDeclaration.problem(spec);
    if (problem.isPresent()) {
      return StoredTalent.refused(Verdict.no("InvalidTimeZone", problem.get()));
    }
    var before = session.talents().byName(spec.name());
    var unchanged = before.filter(row -> TalentDeclaration.of(row).equals(spec));
    var gone = before.isEmpty() && session.talents().removed(spec.slug()).isPresent();
    if (before.isPresent() && unchanged.isEmpty()) {
      // A rule may have become stricter, and what is sent next has to know.
      session.waitForDisk();
    }
    var upsert =
        unchanged.isPresent()
            ? new TalentUpsert.Stored(unchanged.get())
            : session.talents().upsert(spec);
    if (upsert instanceof TalentUpsert.Stored stored) {
      if (gone) {
        tellReturn(session, stored.talent());
      }
      before.ifPresent(row -> follow(session, row, stored.talent()));
      return kept(session, before, stored.talent(), spec);
    }
    return StoredTalent.refused(refusal(upsert, spec));
  }

  private static void follow(TenantSession session, TalentRow before, TalentRow after) {
    if (!before.timeZone().equals(after.timeZone())) {
      var move = new ZoneMove(ZoneId.of(before.timeZone()), ZoneId.of(after.timeZone()));
      new ProposedTimes(session, after, move, Instant.now()).follow();
    }
  }

  private static void tellReturn(TenantSession session, TalentRow row) {
    session
        .audit()
        .record(
            Departure.over(
                "talent",
                row.id(),
                row.id(),
                "The talent %s is back, with their history. What was cancelled stays cancelled."
                    .formatted(row.displayName())));
  }

  private static StoredTalent kept(
      TenantSession session, Optional<TalentRow> before, TalentRow row, TalentSpec spec) {
    var invitedBefore = before.map(TalentRow::ownerEmail).orElse(null);
    return new StoredTalent(
        Verdict.yes("Claimed", "The slug %s is theirs.".formatted(row.slug())),
        row,
        Stops.of(session, row),
        spec.ownerEmail() != null && !spec.ownerEmail().equals(invitedBefore));
  }

  private static Verdict refusal(TalentUpsert upsert, TalentSpec spec) {
    if (upsert instanceof TalentUpsert.SlugFixed fixed) {
      return Verdict.no(
          "SlugFixed",
          "The talent was made with slug '%s' and keeps it; make a new Talent for '%s'."
              .formatted(fixed.talent().slug(), spec.slug()));
    }
    return Verdict.no(
        "SlugTaken", "slug '%s' belongs to another talent; choose another.".formatted(spec.slug()));
  }

  /** What people are told of why their posts are cancelled. */
  public static String reason(Talent talent) {
    return "The talent %s was deleted.".formatted(talent.getSpec().displayName());
  }

  /** The resource was deleted: history stays, what isn't published is cancelled; says how many. */
  int remove(UUID tenantId, String name, String reason) {
    return databases.tenants().in(tenantId, session -> remove(session, name, reason));
  }

  /** The same, in a transaction of the caller's. */
  public static int remove(TenantSession session, String name, String reason) {
    var row = session.talents().byName(name);
    if (row.isEmpty()) {
      return 0;
    }
    var id = row.get().id();
    var cancelled = session.cancelling().all(id, null, reason);
    session.talents().remove(id);
    session
        .audit()
        .record(
            Departure.of("talent", id, id, "%s %s".formatted(reason, Departure.count(cancelled))));
    return cancelled;
  }
}
