package social.greenroom.operator.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.reference.SecretKeyRef;
import social.greenroom.operator.credential.Credential;
import social.greenroom.operator.credential.CredentialSecrets;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.vault.CredentialRepository;
import social.greenroom.store.vault.CredentialRow;

/**
 * Seals the tokens that Secrets hold into the vault, each for the one host that its account is
 * reached at; the vault's own tokens are left alone.
 */
@ApplicationScoped
class AccountCredentials {
  private static final Verdict KEPT = Verdict.yes("Kept", "A token lies in the vault.");
  private static final Verdict NONE =
      Verdict.notYet(
          "NoCredential",
          "There is no token yet: name a Secret in credentials, or connect the account in the page.");
  private static final Verdict NOWHERE =
      Verdict.notYet("NoServer", "The token is kept once it is known where it is sent.");
  private static final String TO_NOBODY = "";

  private final CredentialSecrets secrets;
  private final OperatorDatabases databases;

  AccountCredentials(CredentialSecrets secrets, OperatorDatabases databases) {
    this.secrets = secrets;
    this.databases = databases;
  }

  /**
   * @param sealed true when a token was sealed just now
   */
  record Token(Verdict verdict, boolean sealed) {}

  /**
   * What the database held a moment ago.
   *
   * @param there the vault's token
   * @param destination where it would be sent
   * @param served true when something reaches the account's network
   */
  record Before(
      AccountRow row,
      Optional<CredentialRow> there,
      Optional<Destination> destination,
      boolean served) {
    /** The token, if it is for the host that it would be sent to now. */
    Optional<CredentialRow> fitting() {
      return there.filter(
          token ->
              token.host() == null
                  || destination.filter(to -> to.host().equals(token.host())).isPresent());
    }
  }

  Token keep(Account account, Before before) {
    var credentials = account.getSpec().credentials();
    if (credentials == null) {
      return new Token(before.fitting().isPresent() ? KEPT : NONE, false);
    }
    return before
        .destination()
        .map(destination -> fromSecret(account, credentials.secretRef(), before, destination))
        .orElseGet(() -> new Token(before.there().isPresent() ? KEPT : NOWHERE, false));
  }

  private Token fromSecret(
      Account account, SecretKeyRef ref, Before before, Destination destination) {
    var row = before.row();
    var origin = "secret %s/%s version ".formatted(ref.name(), ref.key());
    var same = before.fitting().filter(token -> startsWith(token, origin));
    if (same.filter(token -> token.host() == null).isPresent()) {
      // It was sealed before hosts were asked for, and stays where it goes.
      write(row, vault -> vault.bind(row.id(), destination.host()));
    }
    var known = same.map(token -> version(token, origin)).orElse(null);
    var use =
        new CredentialSecrets.Use(
            "credentials.secretRef", destination.address(), destination.host());
    var found = secrets.find(account.getMetadata().getNamespace(), ref, use, known);
    var credential = found.credential();
    if (credential != null) {
      return new Token(KEPT, seal(before, credential, origin, destination));
    }
    if (found.verdict().status() == ConditionStatus.FALSE && same.isPresent()) {
      // Whoever may write the Secret took that back.
      write(row, vault -> vault.bind(row.id(), TO_NOBODY));
    }
    return new Token(verdict(found.verdict(), before.fitting().isPresent()), false);
  }

  /** A token that is sealed is tried: a Job is wanted to look at the account. */
  private boolean seal(
      Before before, Credential credential, String origin, Destination destination) {
    var row = before.row();
    return databases
        .tenants()
        .in(
            row.tenantId(),
            session -> {
              var sealed = databases.keys().vault(session).seal(row.id(), credential.value());
              var source = origin + credential.version();
              var put = session.credentials().put(row.id(), sealed, source, destination.host());
              if (put && before.served()) {
                session.checks().wantAnew(row.id());
              }
              return put;
            });
  }

  private void write(AccountRow row, Consumer<CredentialRepository> what) {
    databases.tenants().run(row.tenantId(), session -> what.accept(session.credentials()));
  }

  private static boolean startsWith(CredentialRow token, String origin) {
    return token.source() != null && token.source().startsWith(origin);
  }

  private static String version(CredentialRow token, String origin) {
    return String.valueOf(token.source()).substring(origin.length());
  }

  /** A token that was sealed before goes on working without its Secret. */
  private static Verdict verdict(Verdict ofSecret, boolean there) {
    return there && ofSecret.status() != ConditionStatus.FALSE ? KEPT : ofSecret;
  }
}
