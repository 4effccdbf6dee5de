package social.greenroom.operator.credential;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import social.greenroom.crds.Crds;
import social.greenroom.operator.status.Verdict;

/**
 * The hosts to which a Secret's values may be sent, as its annotation names them: with commas
 * between, each exactly, without port. Whoever may write the Secret says so; whoever names it in a
 * resource chooses among them.
 */
record AllowedHosts(Set<String> hosts) {
  static AllowedHosts of(Secret secret) {
    var annotations = secret.getMetadata().getAnnotations();
    var named = annotations == null ? "" : annotations.getOrDefault(Crds.CREDENTIAL_HOSTS, "");
    return new AllowedHosts(
        Arrays.stream(named.split(","))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Why the Secret's values may not go there; empty where they may. */
  Optional<Verdict> refusal(String namespace, String name, CredentialSecrets.Use use) {
    if (hosts.contains(use.host())) {
      return Optional.empty();
    }
    return Optional.of(hosts.isEmpty() ? unbound(namespace, name, use) : elsewhere(name, use));
  }

  private static Verdict unbound(String namespace, String name, CredentialSecrets.Use use) {
    return Verdict.notYet(
        "SecretNotBound",
        ("Secret '%2$s' doesn't say where its values may be sent. Whoever may write it lets them go to this host by "
                + "kubectl -n %1$s annotate secret %2$s %3$s=%4$s")
            .formatted(namespace, name, Crds.CREDENTIAL_HOSTS, use.host()));
  }

  private static Verdict elsewhere(String name, CredentialSecrets.Use use) {
    return Verdict.no(
        "HostNotAllowed",
        "The values of Secret '%s' may not be sent to %s: correct %s, or let whoever may write the Secret add the host to its annotation %s."
            .formatted(name, use.host(), use.address(), Crds.CREDENTIAL_HOSTS));
  }
}
