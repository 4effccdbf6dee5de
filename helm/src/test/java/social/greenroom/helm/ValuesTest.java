package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.helm.render.Chart;

/** The schema refuses values that would be overlooked or couldn't work, and names them. */
class ValuesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replicaCount: 3 | replicaCount",
        "operator: {replica: 3} | replica",
        "operator: {replicas: -1} | operator",
        "{operator: {sendPolicy: pool}, worker: {pool: {enabled: false}}} | worker/pool/enabled",
        "operator: {replicas: two} | operator",
        "image: {pullPolicy: Sometimes} | image",
        "database: {host: ''} | host",
        "database: {password: secret} | password",
        "model: {url: 'router:8080'} | model",
        "apiServer: {resources: {limits: {memory: lots}, requests: {}}} | memory",
        "apiServer: {resources: {limits: {memory: 1Gi}, request: {}}} | request",
        "tenants: [{namespace: northlight}] | tenant",
        "tenants: [{tenant: a, namespace: a, quota: 1}] | quota",
        "security: {runAsUser: 0} | runAsUser",
        "person: {role: king} | role",
        "apiServer: {trustedProxies: ['10.0.0.0/8,192.168.0.1']} | trustedProxies",
        "networkPolicy: {dnsPorts: []} | dnsPorts",
      })
  void refused(String values, String named) throws IOException {
    var file = Files.writeString(folder.resolve("values.yaml"), values);

    assertThatThrownBy(() -> Chart.with(file))
        .hasMessageContaining("values don't meet the specifications")
        .hasMessageContaining(named);
  }
}
