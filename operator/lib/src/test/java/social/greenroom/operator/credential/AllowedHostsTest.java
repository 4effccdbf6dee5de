package social.greenroom.operator.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.crds.Crds;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.operator.status.Verdict;

class AllowedHostsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mastodon.example; mastodon.example; true",
        "other.example, Mastodon.Example ,; mastodon.example; true",
        "mastodon.example; evil.example; false",
        "mastodon.example; a.mastodon.example; false",
        "a.mastodon.example; mastodon.example; false",
        "*.mastodon.example; a.mastodon.example; false",
        "mastodon.example.; mastodon.example; false",
        "'mastodon.example evil.example'; evil.example; false",
      })
  void namesEachHostExactly(String annotation, String host, boolean allowed) {
    assertThat(hosts(Map.of(Crds.CREDENTIAL_HOSTS, annotation)).refusal("ns", "tokens", use(host)))
        .map(Verdict::status)
        .isEqualTo(
            allowed ? java.util.Optional.empty() : java.util.Optional.of(ConditionStatus.FALSE));
  }

  @Test
  void aSecretThatNamesNoneSaysHowToNameOne() {
    for (var annotations :
        new Map[] {Map.of(), Map.of("other", "x"), Map.of(Crds.CREDENTIAL_HOSTS, " , ")}) {
      @SuppressWarnings("unchecked")
      var refusal = hosts(annotations).refusal("northlight", "tokens", use("mastodon.example"));
      assertThat(refusal).map(Verdict::reason).contains("SecretNotBound");
      assertThat(refusal.orElseThrow().sentence())
          .endsWith(
              "kubectl -n northlight annotate secret tokens greenroom.social/credential-hosts=mastodon.example");
    }
  }

  private static CredentialSecrets.Use use(String host) {
    return new CredentialSecrets.Use("credentials.secretRef", "endpoint", host);
  }

  private static AllowedHosts hosts(Map<String, String> annotations) {
    return AllowedHosts.of(
        new SecretBuilder()
            .withNewMetadata()
            .withName("tokens")
            .withAnnotations(annotations)
            .endMetadata()
            .build());
  }
}
