package social.greenroom.api.stop;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.stop.StopRow;
import social.greenroom.store.talent.TalentRow;

/** Sets stops and lifts them, each with its entry in the audit, in the session's transaction. */
record Stopping(TenantSession session, Caller caller) {
  /** In which a mistaken panic can be taken back before accounts have to be connected again. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  Stop set(NewStop wanted) {
    var account = account(wanted.accountId());
    var talent = talent(account == null ? wanted.talentId() : account.talentId());
    new StopRights(caller).requireStop(wanted.panic(), talent);
    if (wanted.panic() && account != null) {
      throw ProblemException.field(
          "accountId", "The panic switch stops all of a talent's accounts; leave the account out.");
    }
    session.stops().hold();
    var row = pressed(wanted, talent).orElseGet(() -> write(wanted, talent, account));
    return StopView.read(session, caller).show(row);
  }

  /** A second press, as from a double tap, changes nothing. */
  private Optional<StopRow> pressed(NewStop wanted, @Nullable TalentRow talent) {
    return session.stops().inForce().stream()
        .filter(stop -> wanted.panic() && stop.panic())
        .filter(stop -> talent != null && talent.id().equals(stop.talentId()))
        .findFirst();
  }

  private StopRow write(NewStop wanted, @Nullable TalentRow talent, @Nullable AccountRow account) {
    var row =
        session
            .stops()
            .set(
                new social.greenroom.store.stop.NewStop(
                    account == null && talent != null ? talent.id() : null,
                    account == null ? null : account.id(),
                    wanted.kind(),
                    wanted.panic() ? StopPolicy.HOLD_AND_DRAIN : StopPolicy.HOLD,
                    wanted.words(),
                    caller.displayName(),
                    caller.userId()));
    if (wanted.panic() && talent != null) {
      session.revocations().plan(row.id(), session.accounts().list(talent.id()), GRACE);
    }
    note("stop.set", StopView.read(session, caller).show(row).sentence(), row, talent);
    return row;
  }

  void lift(UUID id) {
    session.stops().hold();
    var stop = session.stops().find(id).filter(row -> row.liftedAt() == null).filter(this::seen);
    var found = stop.orElseThrow(() -> ProblemException.notFound("stop"));
    var account = account(found.accountId());
    var talent = talent(account == null ? found.talentId() : account.talentId());
    if (!new StopRights(caller).mayLift(found, talent)) {
      throw ProblemException.of(ProblemKind.FORBIDDEN, StopRights.lifting(found, talent));
    }
    session.stops().lift(id, caller.displayName(), caller.userId());
    session.revocations().cancel(id);
    var what = StopView.read(session, caller).show(found).sentence();
    note(
        "stop.lifted",
        "%s let it go on again. Before: %s".formatted(caller.displayName(), what),
        found,
        talent);
  }

  private boolean seen(StopRow stop) {
    var account = stop.accountId() == null ? null : session.accounts().find(stop.accountId());
    var talent = account == null ? stop.talentId() : account.orElseThrow().talentId();
    return talent == null || caller.sees(talent);
  }

  private void note(String act, String sentence, StopRow stop, @Nullable TalentRow talent) {
    AuditTrail.of(session, caller)
        .stop(act, sentence, stop.id(), talent == null ? null : talent.id());
  }

  private @Nullable AccountRow account(@Nullable UUID id) {
    if (id == null) {
      return null;
    }
    return session
        .accounts()
        .find(id)
        .filter(row -> row.removedAt() == null && caller.sees(row.talentId()))
        .orElseThrow(() -> ProblemException.notFound("account"));
  }

  private @Nullable TalentRow talent(@Nullable UUID id) {
    if (id == null) {
      return null;
    }
    return session
        .talents()
        .find(id)
        .filter(row -> row.removedAt() == null && caller.sees(row.id()))
        .orElseThrow(() -> ProblemException.notFound("talent"));
  }
}
