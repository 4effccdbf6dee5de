package social.greenroom.standalone.kubeapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a Kubernetes API, and as whom.
 *
 * @param token the bearer token; none where the API knows no users
 * @param certificates a PEM file with the certificates to trust; none without TLS
 */
public record Access(String url, Optional<String> token, Optional<Path> certificates) {

  /** The same API as somebody else. */
  public Access as(String otherToken) {
    return new Access(url, Optional.of(otherToken), certificates);
  }

  /** The settings by which one of our programs is pointed at it. */
  public Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("quarkus.kubernetes-client.api-server-url", url);
    token.ifPresent(secret -> settings.put("quarkus.kubernetes-client.token", secret));
    certificates.ifPresent(
        file -> settings.put("quarkus.kubernetes-client.ca-cert-file", file.toString()));
    return settings;
  }

  /** A file for kubectl's {@code --kubeconfig}. */
  public Path kubeconfig(Path file, String namespace) {
    var yaml =
        """
        apiVersion: v1
        kind: Config
        current-context: test
        contexts: [{name: test, context: {cluster: test, user: test, namespace: "%s"}}]
        clusters: [{name: test, cluster: {server: "%s"%s}}]
        users: [{name: test, user: {%s}}]
        """
            .formatted(
                namespace,
                url,
                certificates.map(", certificate-authority: \"%s\""::formatted).orElse(""),
                token.map("token: \"%s\""::formatted).orElse(""));
    try {
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
