package social.greenroom.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The YAML of an agency to measure with: talents with one account on each network, without a
 * cooldown and with the highest cap, so that what is measured is the machinery and not the rules.
 */
final class BenchAgency {
  static final String NAMESPACE = "bench";
  private static final int CROWD = 5;
  private static final String SANDBOX = "http://127.0.0.1:8090";

  private BenchAgency() {}

  /** Writes the files for {@code ./greenroom up --examples FOLDER}. */
  static Path write(Path folder, int talents) throws IOException {
    return write(folder, talents, Set.of("linkedin", "x", "mastodon"));
  }

  /** As {@link #write(Path, int)}, with accounts on those networks only. */
  static Path write(Path folder, int talents, Set<String> networks) throws IOException {
    var yaml = agency(NAMESPACE);
    for (var network : new String[] {"linkedin", "x"}) {
      yaml.append(server(network));
    }
    for (int i = 0; i < talents; i++) {
      yaml.append(talent(NAMESPACE, i));
      for (var network : networks) {
        yaml.append(
            network.equals("mastodon")
                ? mastodon(NAMESPACE, i, i)
                : account(NAMESPACE, i, i, network, "mcp", ""));
      }
    }
    return write(folder, NAMESPACE, yaml);
  }

  /** Accounts at Mastodon and nowhere else, {@value #CROWD} of each talent. */
  static Path writeCrowd(Path folder, int accounts) throws IOException {
    return writeCrowd(folder, NAMESPACE, 0, accounts);
  }

  /** As {@link #writeCrowd(Path, int)}, of that tenant, the first having that number. */
  static Path writeCrowd(Path folder, String tenant, int first, int accounts) throws IOException {
    var yaml = agency(tenant);
    for (int i = first; i < first + accounts; i++) {
      if (i % CROWD == 0) {
        yaml.append(talent(tenant, i / CROWD));
      }
      yaml.append(mastodon(tenant, i / CROWD, i));
    }
    return write(folder, tenant, yaml);
  }

  private static StringBuilder agency(String tenant) {
    return new StringBuilder(
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %1$s, labels: {greenroom.social/tenant: %1$s}}
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Tenant
        metadata: {name: %1$s}
        spec: {displayName: Bench, namespace: %1$s, defaults: {timeZone: UTC, dailyPostCap: 100, tickInterval: 24h}}
        """
            .formatted(tenant));
  }

  private static Path write(Path folder, String tenant, CharSequence yaml) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(tenant + ".yaml"), yaml);
    return folder;
  }

  private static String server(String network) {
    return """
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: McpServer
        metadata: {name: %1$s, namespace: bench}
        spec: {url: '%2$s/mcp/composio/%1$s', serves: {platforms: [%1$s]}}
        """
        .formatted(network, SANDBOX);
  }

  private static String talent(String tenant, int i) {
    return """
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Talent
        metadata: {name: talent-%1$d, namespace: %2$s}
        spec:
          slug: bench-%1$d
          displayName: Talent %1$d
          owner: {email: talent-%1$d@bench.example}
          profile: {bio: Rows across lakes and writes about weather and patience.}
          policy: {dailyCap: 100}
        """
        .formatted(i, tenant);
  }

  private static String mastodon(String tenant, int talent, int i) {
    return account(tenant, talent, i, "mastodon", "api", ", endpoint: '" + SANDBOX + "/mastodon'");
  }

  private static String account(
      String tenant, int talent, int i, String network, String channel, String more) {
    return """
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: account-%1$d-%2$s
          namespace: %7$s
          labels: {greenroom.social/credential: "true"}
          annotations: {greenroom.social/credential-hosts: 127.0.0.1}
        stringData: {token: sandbox-bench%1$d}
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata: {name: account-%1$d-%2$s, namespace: %7$s}
        spec:
          {talentRef: {name: talent-%6$d}, platform: %2$s, channel: %3$s, handle: bench%1$d, remoteId: '%5$s',
           credentials: {secretRef: {name: account-%1$d-%2$s, key: token}}, limits: {dailyCap: 100, cooldown: 0s}%4$s}
        """
        .formatted(i, network, channel, more, remoteId(network, "bench" + i), talent, tenant);
  }

  /** The number by which the sandbox's network knows the handle. */
  private static String remoteId(String network, String handle) {
    var sum = new CRC32();
    sum.update(handle.getBytes(StandardCharsets.UTF_8));
    return switch (network) {
      case "linkedin" -> "urn:li:person:" + handle;
      case "x" -> Long.toString(1_000_000_000_000L + sum.getValue());
      default -> Long.toString(109_000_000_000L + sum.getValue());
    };
  }
}
