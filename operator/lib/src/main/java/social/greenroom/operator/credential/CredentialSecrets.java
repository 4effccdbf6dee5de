package social.greenroom.operator.credential;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.Crds;
import social.greenroom.crds.reference.SecretKeyRef;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.job.JobLabels;
import social.greenroom.operator.status.Verdict;

/**
 * Reads what a {@code secretRef} leads to. Who may write a resource chooses where its token is
 * sent, and need not be let read the namespace's Secrets; so only those are read that somebody who
 * may write them marked with the label, and only for the hosts that they named beside it.
 */
@ApplicationScoped
public class CredentialSecrets {
  private final KubernetesClient client;
  private final MarkedSecrets marked;
  private final String ownNamespace;

  CredentialSecrets(KubernetesClient client, MarkedSecrets marked, OperatorConfig config) {
    this.client = client;
    this.marked = marked;
    this.ownNamespace = config.namespace();
  }

  /**
   * What a reference leads to.
   *
   * @param credential null where there is none, or it is the known one
   */
  public record Found(Verdict verdict, @Nullable Credential credential) {}

  /**
   * What the value is wanted for.
   *
   * @param field where the reference stands, for sentences
   * @param address where the address stands that the value is to be sent to, likewise
   * @param host the host of that address
   */
  public record Use(String field, String address, String host) {}

  /**
   * The value that the reference names, if it may be sent where the caller sends it.
   *
   * @param known the version of the Secret whose value the caller has for that host; null where it
   *     has none
   */
  public Found find(String namespace, SecretKeyRef ref, Use use, @Nullable String known) {
    if (JobLabels.own(ref.name())) {
      return none(refused(ref, use));
    }
    try {
      return marked(namespace, ref.name())
          .map(secret -> read(secret, ref, use, known))
          .orElseGet(() -> none(unmarked(namespace, ref.name())));
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
        throw e;
      }
      return none(forbidden(namespace, ref.name()));
    }
  }

  /**
   * What would come of a reference to that Secret.
   *
   * @param secret as it would be; null where there would be none
   */
  public static Verdict foretell(
      String namespace, SecretKeyRef ref, Use use, @Nullable Secret secret) {
    if (JobLabels.own(ref.name())) {
      return refused(ref, use);
    }
    if (secret == null || !hasLabel(secret)) {
      return unmarked(namespace, ref.name());
    }
    if (Credential.of(secret, ref.key()) == null) {
      return empty(ref, use);
    }
    return AllowedHosts.of(secret)
        .refusal(namespace, ref.name(), use)
        .orElseGet(CredentialSecrets::found);
  }

  /**
   * In its own namespace, where the deployment's Secrets lie too, the operator may read those by
   * name that the deployment lists, and may not look which others there are.
   */
  private Optional<Secret> marked(String namespace, String name) {
    return namespace.equals(ownNamespace)
        ? Optional.ofNullable(get(namespace, name)).filter(CredentialSecrets::hasLabel)
        : marked.find(namespace, name);
  }

  private Found read(Secret secret, SecretKeyRef ref, Use use, @Nullable String known) {
    var metadata = secret.getMetadata();
    var data = secret.getData() == null ? Map.<String, String>of() : secret.getData();
    if (data.containsKey(ref.key()) && metadata.getResourceVersion().equals(known)) {
      return new Found(found(), null);
    }
    if (!data.containsKey(ref.key())) {
      return none(empty(ref, use));
    }
    var whole = get(metadata.getNamespace(), ref.name());
    var credential = Credential.of(whole, ref.key());
    if (whole == null || credential == null) {
      return none(empty(ref, use));
    }
    return AllowedHosts.of(whole)
        .refusal(metadata.getNamespace(), ref.name(), use)
        .map(CredentialSecrets::none)
        .orElseGet(() -> new Found(found(), credential));
  }

  private @Nullable Secret get(String namespace, String name) {
    return client.secrets().inNamespace(namespace).withName(name).get();
  }

  private static boolean hasLabel(Secret secret) {
    var labels = secret.getMetadata().getLabels();
    return labels != null && Crds.CREDENTIAL_MARK.equals(labels.get(Crds.CREDENTIAL_LABEL));
  }

  private static Found none(Verdict verdict) {
    return new Found(verdict, null);
  }

  private static Verdict found() {
    return Verdict.yes("SecretFound", "The Secret has a value under the key.");
  }

  private static Verdict refused(SecretKeyRef ref, Use use) {
    return Verdict.no(
        "SecretRefused",
        "Secret '%s' is Greenroom's own; name another one in %s."
            .formatted(ref.name(), use.field()));
  }

  private static Verdict empty(SecretKeyRef ref, Use use) {
    return Verdict.notYet(
        "SecretMissing",
        "Secret '%s' has nothing under the key '%s'; put it there, or correct %s."
            .formatted(ref.name(), ref.key(), use.field()));
  }

  private static Verdict unmarked(String namespace, String name) {
    return Verdict.notYet(
        "SecretNotMarked",
        ("No Secret '%2$s' that Greenroom may read is there: make it, and mark it by "
                + "kubectl -n %1$s label secret %2$s %3$s=%4$s")
            .formatted(namespace, name, Crds.CREDENTIAL_LABEL, Crds.CREDENTIAL_MARK));
  }

  private static Verdict forbidden(String namespace, String name) {
    return Verdict.notYet(
        "NotPermitted",
        "The operator may not read Secret '%s' in namespace '%s': bind its role for tenants there, or list the Secret in the chart's value operator.sharedServerSecrets."
            .formatted(name, namespace));
  }
}
