package social.greenroom.operator.account;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.reference.SecretKeyRef;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.job.JobLabels;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.vault.CredentialRow;

/** Seals the tokens that Secrets hold into the vault; the vault's own tokens are left alone. */
@ApplicationScoped
class AccountCredentials {
  private static final Verdict KEPT = Verdict.yes("Kept", "A token lies in the vault.");

  private final KubernetesClient client;
  private final OperatorDatabases databases;

  AccountCredentials(KubernetesClient client, OperatorDatabases databases) {
    this.client = client;
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
    if (JobLabels.own(ref.name())) {
      return new Token(
          Verdict.no(
              "SecretRefused",
              "Secret '%s' is Greenroom's own; name the one with the account's token in credentials.secretRef."
                  .formatted(ref.name())),
          false);
    }
    var namespace = account.getMetadata().getNamespace();
    var secret = client.secrets().inNamespace(namespace).withName(ref.name()).get();
    var value = value(secret, ref.key());
    if (secret == null || value == null) {
      return new Token(missing(ref, there.isPresent()), false);
    }
    var source =
        "secret %s/%s version %s"
            .formatted(ref.name(), ref.key(), secret.getMetadata().getResourceVersion());
    if (there.filter(row -> source.equals(row.source())).isPresent()) {
      return new Token(KEPT, false);
    }
    var sealed = databases.keys().vault(tenantId).seal(accountId, value);
    var written =
        databases
            .tenants()
            .in(tenantId, session -> session.credentials().put(accountId, sealed, source));
    return new Token(KEPT, written);
  }

  /** A token that was sealed before goes on working without its Secret. */
  private static Verdict missing(SecretKeyRef ref, boolean there) {
    return there
        ? KEPT
        : Verdict.notYet(
            "SecretMissing",
            "Secret '%s' has no key '%s' with a token; make it, or correct credentials.secretRef."
                .formatted(ref.name(), ref.key()));
  }

  private static @Nullable String value(@Nullable Secret secret, String key) {
    if (secret == null || secret.getData() == null) {
      return null;
    }
    var encoded = secret.getData().get(key);
    if (encoded == null) {
      return null;
    }
    var value = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).strip();
    return value.isEmpty() ? null : value;
  }
}
