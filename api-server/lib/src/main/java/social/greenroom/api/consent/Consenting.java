package social.greenroom.api.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.core.post.Origin;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.StandingApprovalRow;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.tenant.MemberRow;

/** Gives and revokes a talent's lasting consents, in the session's transaction. */
record Consenting(TenantSession session, Caller caller, TalentRow talent) {
  private static final Map<Origin, String> SOURCES =
      Map.of(
          Origin.PERSONA, "your persona's own ideas",
          Origin.PORTAL, "what you ask for in the portal",
          Origin.MAIL, "what you send by e-mail",
          Origin.GITOPS, "the agency's post requests",
          Origin.REST, "integrations",
          Origin.RECURRENCE, "the times of your series",
          Origin.EVERGREEN, "repetitions of what went out");

  static Consenting of(TenantSession session, Caller caller, UUID talentId) {
    var talent =
        session
            .talents()
            .find(talentId)
            .filter(row -> row.removedAt() == null && caller.sees(row.id()))
            .orElseThrow(() -> ProblemException.notFound("talent"));
    return new Consenting(session, caller, talent);
  }

  StandingApprovals list() {
    var operators = operators();
    return new StandingApprovals(
        session.standingApprovals().of(talent.id()).stream().map(this::show).toList(),
        owns(),
        owns() ? operators : List.of());
  }

  StandingApproval give(NewStandingApproval wanted) {
    requireOwner();
    var given = same(wanted).orElse(null);
    if (given != null) {
      return show(given);
    }
    var row = wanted.kind().equals("auto_source") ? source(wanted) : operator(wanted);
    var shown = show(row);
    note(
        "consent.given",
        "%s allows from now on: %s".formatted(caller.displayName(), shown.sentence()),
        row);
    return shown;
  }

  void revoke(UUID id) {
    requireOwner();
    var row =
        session.standingApprovals().of(talent.id()).stream()
            .filter(given -> given.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("standing approval"));
    session.standingApprovals().revoke(id);
    note(
        "consent.revoked",
        "%s no longer allows: %s".formatted(caller.displayName(), show(row).sentence()),
        row);
  }

  /** What was given already isn't given twice. */
  private Optional<StandingApprovalRow> same(NewStandingApproval wanted) {
    return session.standingApprovals().of(talent.id()).stream()
        .filter(row -> row.kind().equals(wanted.kind()))
        .filter(
            row ->
                row.userId() != null
                    ? row.userId().equals(wanted.userId())
                    : String.valueOf(row.source()).equals(wanted.source()))
        .findFirst();
  }

  private StandingApprovalRow source(NewStandingApproval wanted) {
    var source = wanted.source();
    if (source == null) {
      throw ProblemException.field("source", "Say what is approved by itself: send a source.");
    }
    return session.standingApprovals().allowSource(talent.id(), caller.userId(), Origin.of(source));
  }

  private StandingApprovalRow operator(NewStandingApproval wanted) {
    var user = wanted.userId();
    if (user == null || operators().stream().noneMatch(person -> person.id().equals(user))) {
      throw ProblemException.field(
          "userId", "Name one of the agency's people who may approve: an owner, admin or editor.");
    }
    return session.standingApprovals().allowOperator(talent.id(), caller.userId(), user);
  }

  /** The agency's people whom the talent may let approve; the owner decides anyway. */
  private List<PersonRef> operators() {
    return session.members().list().stream()
        .filter(member -> !member.role().boundToTalent() && member.role().may(Permission.APPROVE))
        .filter(member -> !member.userId().equals(talent.ownerUserId()))
        .map(Consenting::person)
        .toList();
  }

  private static PersonRef person(MemberRow member) {
    return new PersonRef(member.userId(), member.displayName(), member.role().wireName());
  }

  private StandingApproval show(StandingApprovalRow row) {
    var user = person(row.userId());
    return new StandingApproval(
        row.id(), row.kind(), user, row.source(), sentence(row, user), row.givenAt());
  }

  private @Nullable PersonRef person(@Nullable UUID id) {
    return id == null ? null : session.members().find(id).map(Consenting::person).orElse(null);
  }

  private String sentence(StandingApprovalRow row, @Nullable PersonRef user) {
    if (row.source() != null) {
      return "Posts from %s go out without anybody being asked."
          .formatted(SOURCES.get(Origin.of(row.source())));
    }
    return "%s may approve posts in %s's place."
        .formatted(
            user == null ? "Somebody who left the agency" : user.displayName(),
            talent.displayName());
  }

  private boolean owns() {
    return caller.userId().equals(talent.ownerUserId());
  }

  private void requireOwner() {
    if (!owns()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "Only %s, signed in as the owner of these posts, can allow this or take it back."
              .formatted(talent.displayName()));
    }
  }

  private void note(String act, String sentence, StandingApprovalRow row) {
    AuditTrail.of(session, caller).standingApproval(act, sentence, row.id(), talent.id());
  }
}
