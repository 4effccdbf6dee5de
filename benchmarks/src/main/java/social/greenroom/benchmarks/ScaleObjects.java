package social.greenroom.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/**
 * The resources of a large agency of agencies: tenants, talents, and accounts without a cooldown.
 */
final class ScaleObjects {
  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("bench")
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final String sandbox;
  private final int tenants;
  private final int talents;
  private final int accounts;

  /**
   * @param sandbox the address of the network that the accounts are at
   */
  ScaleObjects(KubernetesClient client, String sandbox, int tenants, int talents, int accounts) {
    this.client = client;
    this.sandbox = sandbox;
    this.tenants = tenants;
    this.talents = talents;
    this.accounts = accounts;
  }

  int count() {
    return talents + accounts;
  }

  int accounts() {
    return accounts;
  }

  /** Namespaces, tenants, and for each account the Secret with which it signs in. */
  void prepare() throws Exception {
    for (int i = 0; i < tenants; i++) {
      load(
          """
          apiVersion: v1
          kind: Namespace
          metadata: {name: scale-%1$d, labels: {greenroom.social/tenant: scale-%1$d}}
          ---
          apiVersion: greenroom.social/v1alpha1
          kind: Tenant
          metadata: {name: scale-%1$d}
          spec: {displayName: Scale %1$d, namespace: scale-%1$d}
          """
              .formatted(i));
    }
    Parallel.seconds(accounts, LONGEST, i -> load(secret(i)));
  }

  private void load(String yaml) {
    client.load(stream(yaml)).items().forEach(item -> client.resource(item).create());
  }

  /** Creates one of them: the talents come first. */
  HasMetadata create(int index) {
    return client.resource(client.resource(stream(yaml(index))).item()).create();
  }

  /** Writes a status of the size and in the way of the operator's. */
  void patchStatus(HasMetadata object, int index) {
    object.getMetadata().setManagedFields(null);
    object.getMetadata().setResourceVersion(null);
    var yaml =
        """
        apiVersion: greenroom.social/v1alpha1
        kind: %s
        metadata: {name: %s, namespace: %s}
        status:
          observedGeneration: 1
          %s
          effectiveStopPolicy: Hold
          conditions:
          - {type: Ready, status: "True", reason: Ready, message: "Drafts can be made, and go out with their owner's yes.",
             observedGeneration: 1, lastTransitionTime: "2026-11-21T00:00:00Z"}
          - {type: %s, status: "True", reason: Complete, message: "All that the agents need to write well is there.",
             observedGeneration: 1, lastTransitionTime: "2026-11-21T00:00:00Z"}
          - {type: %s, status: "False", reason: Incomplete, message: "Write the bio: who they are, in a few sentences.",
             observedGeneration: 1, lastTransitionTime: "2026-11-21T00:00:00Z"}
        """
            .formatted(
                object.getKind(),
                object.getMetadata().getName(),
                object.getMetadata().getNamespace(),
                isTalent(index)
                    ? "talentId: 0197b2a0-0000-7000-8000-000000000000"
                    : "accountId: 0197b2a0-0000-7000-8000-000000000000",
                isTalent(index) ? "SlugClaimed" : "Connected",
                isTalent(index) ? "ProfileComplete" : "Healthy");
    client.resource(client.resource(stream(yaml)).item()).subresource("status").patch(APPLY);
  }

  boolean isTalent(int index) {
    return index < talents;
  }

  /** Bytes of the object as JSON, as the API server sends it. */
  static int jsonBytes(Object object) {
    try {
      return JSON.writeValueAsBytes(object).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String yaml(int index) {
    return isTalent(index) ? talent(index) : account(index - talents);
  }

  private String talent(int i) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Talent
        metadata: {name: talent-%1$d, namespace: scale-%2$d}
        spec:
          slug: scale-%1$d
          displayName: Talent %1$d
          owner: {email: talent-%1$d@scale.example}
          stopPolicy: Hold
          profile: {bio: Rows across lakes and writes about weather and patience.}
        """
        .formatted(i, i % tenants);
  }

  private String secret(int i) {
    return """
        apiVersion: v1
        kind: Secret
        metadata:
          name: account-%d
          namespace: scale-%d
          labels: {greenroom.social/credential: "true"}
          annotations: {greenroom.social/credential-hosts: 127.0.0.1}
        stringData: {token: sandbox-%s}
        """
        .formatted(i, tenant(i), handle(i));
  }

  private String account(int i) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata: {name: account-%1$d, namespace: scale-%2$d}
        spec:
          talentRef: {name: talent-%3$d}
          platform: mastodon
          channel: api
          endpoint: %4$s/mastodon
          handle: %5$s
          remoteId: "%6$d"
          credentials: {secretRef: {name: account-%1$d, key: token}}
        """
        .formatted(i, tenant(i), i % talents, sandbox, handle(i), remoteId(i));
  }

  private int tenant(int account) {
    return account % talents % tenants;
  }

  private static String handle(int account) {
    return "scale" + account;
  }

  /** The sandbox knows its Mastodon accounts by a sum of their handle. */
  private static long remoteId(int account) {
    var sum = new CRC32();
    sum.update(handle(account).getBytes(StandardCharsets.UTF_8));
    return 109_000_000_000L + sum.getValue();
  }

  private static ByteArrayInputStream stream(String yaml) {
    return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
