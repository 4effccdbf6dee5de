package social.greenroom.operator.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.reference.SecretKeyRef;
import social.greenroom.operator.credential.CredentialSecrets;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.vault.CredentialRow;

/** Seals the tokens that Secrets hold into the vault; the vault's own tokens are left alone. */
@ApplicationScoped
class AccountCredentials {
  private static final Verdict KEPT = Verdict.yes("Kept", "A token lies in the vault.");

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
   * @param there the vault's token as it was read just now
   */
  Token keep(UUID tenantId, UUID accountId, Account account, Optional<CredentialRow> there) {
    var credentials = account.getSpec().credentials();
    if (credentials == null) {
      return new Token(
          there.isPresent()
              ? KEPT
              : Verdict.notYet(
                  "NoCredential",
                  "There is no token yet: name a Secret in credentials, or connect the account in the page."),
          false);
    }
    return fromSecret(tenantId, accountId, account, credentials.secretRef(), there);
  }

  private Token fromSecret(
      UUID tenantId,
      UUID accountId,
      Account account,
      SecretKeyRef ref,
      Optional<CredentialRow> there) {
    var origin = "secret %s/%s version ".formatted(ref.name(), ref.key());
    var known =
        there
            .map(CredentialRow::source)
            .filter(source -> source.startsWith(origin))
            .map(source -> source.substring(origin.length()))
            .orElse(null);
    var found =
        secrets.find(account.getMetadata().getNamespace(), ref, "credentials.secretRef", known);
    var credential = found.credential();
    if (credential == null) {
      return new Token(verdict(found.verdict(), there.isPresent()), false);
    }
    var written =
        databases
            .tenants()
            .in(
                tenantId,
                session -> {
                  var vault = databases.keys().vault(session);
                  var sealed = vault.seal(accountId, credential.value());
                  return session
                      .credentials()
                      .put(accountId, sealed, origin + credential.version());
                });
    return new Token(KEPT, written);
  }

  /** A token that was sealed before goes on working without its Secret. */
  private static Verdict verdict(Verdict ofSecret, boolean there) {
    return there && ofSecret.status() != ConditionStatus.FALSE ? KEPT : ofSecret;
  }
}
