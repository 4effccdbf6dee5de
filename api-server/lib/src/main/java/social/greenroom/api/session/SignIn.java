package social.greenroom.api.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import social.greenroom.api.access.Caller;
import social.greenroom.api.access.SessionConfig;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.PasswordHash;
import social.greenroom.core.access.SessionToken;
import social.greenroom.store.access.MembershipRow;
import social.greenroom.store.access.UserRow;

/** Turns an e-mail address and a password into a session. */
@ApplicationScoped
class SignIn {
  private final ApiDatabases databases;
  private final SessionConfig config;
  private final SignInLimiter limiter;

  /** Compared with when there is no such user, so that the time taken doesn't tell. */
  private final PasswordHash nobody = PasswordHash.of(SessionToken.random().value());

  SignIn(ApiDatabases databases, SessionConfig config, SignInLimiter limiter) {
    this.databases = databases;
    this.config = config;
    this.limiter = limiter;
  }

  /**
   * Begins a session in the first of the person's tenants.
   *
   * @param address where the request comes from
   * @throws ProblemException 401 or 429
   */
  Caller begin(Credentials credentials, String address) {
    limiter
        .take(address, credentials.email())
        .ifPresent(
            wait -> {
              throw ProblemException.tooManyRequests(
                  "There were too many failed sign-ins. Try again in %s."
                      .formatted(words(wait.toSeconds())),
                  wait);
            });
    var user = verified(credentials);
    limiter.giveBack(address, credentials.email());
    var membership = membership(user);
    var token = SessionToken.random();
    databases.lookup().sessions().deleteExpired();
    databases
        .lookup()
        .sessions()
        .create(token.hash(), membership.tenantId(), user.id(), config.lifetime());
    var caller =
        databases
            .lookup()
            .sessions()
            .find(token.hash())
            .map(session -> Caller.of(session, token))
            .orElseThrow(SignIn::refused);
    databases
        .tenants()
        .run(
            caller.tenantId(),
            session -> {
              Invitations.accept(session, caller);
              AuditTrail.of(session, caller)
                  .session(
                      "session.began", "%s signed in.".formatted(caller.displayName()), address);
            });
    return caller;
  }

  private UserRow verified(Credentials credentials) {
    var users = databases.lookup().users();
    Optional<UserRow> user =
        users.byEmail(credentials.email()).filter(found -> found.disabledAt() == null);
    var stored = user.map(UserRow::passwordHash).map(PasswordHash::parse);
    if (!stored.orElse(nobody).matches(credentials.password()) || stored.isEmpty()) {
      throw refused();
    }
    if (stored.get().outdated()) {
      users.setPassword(user.get().id(), PasswordHash.of(credentials.password()).text());
    }
    return user.get();
  }

  private MembershipRow membership(UserRow user) {
    return databases.lookup().users().memberships(user.id()).stream()
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "You don't belong to an agency here yet. Ask yours for an invitation."));
  }

  private static ProblemException refused() {
    return ProblemException.of(
        ProblemKind.SIGN_IN_NEEDED, "The e-mail address or the password isn't right.");
  }

  private static String words(long seconds) {
    return seconds < 60
        ? "%d seconds".formatted(seconds)
        : "%d minutes".formatted(seconds / 60 + 1);
  }
}
