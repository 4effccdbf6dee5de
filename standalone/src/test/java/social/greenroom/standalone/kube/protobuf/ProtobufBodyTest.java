package social.greenroom.standalone.kube.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.kubernetes.client.proto.IntStr.IntOrString;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.Resource.Quantity;
import io.kubernetes.client.proto.Runtime.TypeMeta;
import io.kubernetes.client.proto.Runtime.Unknown;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Batch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.ApiException;

class ProtobufBodyTest {

  @Test
  void a_secret_keeps_its_bytes_and_loses_what_go_writes_for_nothing() {
    var secret =
        V1.Secret.newBuilder()
            .setMetadata(
                Meta.ObjectMeta.newBuilder()
                    .setName("s")
                    .setNamespace("")
                    .setGeneration(0)
                    .setCreationTimestamp(Meta.Time.getDefaultInstance())
                    .putLabels("a", "b"))
            .setType("")
            .setImmutable(false)
            .putData("k", ByteString.copyFromUtf8("wort"));

    assertThat(read("v1", "Secret", secret.build()))
        .isEqualTo(
            YamlOf.node(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: s, labels: {a: b}}
                immutable: false
                data: {k: d29ydA==}
                """));
  }

  @Test
  void what_has_a_form_of_its_own_in_json_gets_it() {
    var container =
        V1.Container.newBuilder()
            .setName("c")
            .setTty(false)
            .setResources(
                V1.ResourceRequirements.newBuilder()
                    .putRequests("memory", Quantity.newBuilder().setString("64Mi").build()))
            .setLivenessProbe(
                V1.Probe.newBuilder()
                    .setTimeoutSeconds(0)
                    .setHandler(
                        V1.ProbeHandler.newBuilder()
                            .setHttpGet(
                                V1.HTTPGetAction.newBuilder()
                                    .setPort(
                                        IntOrString.newBuilder().setType(1).setStrVal("web")))))
            .addEnv(
                V1.EnvVar.newBuilder()
                    .setName("E")
                    .setValueFrom(
                        V1.EnvVarSource.newBuilder()
                            .setSecretKeyRef(
                                V1.SecretKeySelector.newBuilder()
                                    .setKey("k")
                                    .setLocalObjectReference(
                                        V1.LocalObjectReference.newBuilder().setName("s")))));
    var pod =
        V1.PodSpec.newBuilder()
            .setHostNetwork(false)
            .setAutomountServiceAccountToken(false)
            .addContainers(container)
            .addVolumes(
                V1.Volume.newBuilder()
                    .setName("v")
                    .setVolumeSource(
                        V1.VolumeSource.newBuilder()
                            .setEmptyDir(V1.EmptyDirVolumeSource.getDefaultInstance())));
    var job =
        V1Batch.Job.newBuilder()
            .setSpec(
                V1Batch.JobSpec.newBuilder()
                    .setParallelism(0)
                    .setTemplate(V1.PodTemplateSpec.newBuilder().setSpec(pod)))
            .setStatus(
                V1Batch.JobStatus.newBuilder()
                    .setActive(0)
                    .setStartTime(Meta.Time.newBuilder().setSeconds(1_790_000_000L)));

    assertThat(read("batch/v1", "Job", job.build()))
        .isEqualTo(
            YamlOf.node(
                """
                apiVersion: batch/v1
                kind: Job
                spec:
                  parallelism: 0
                  template:
                    spec:
                      automountServiceAccountToken: false
                      containers:
                        - name: c
                          resources: {requests: {memory: 64Mi}}
                          livenessProbe: {httpGet: {port: web}}
                          env:
                            - name: E
                              valueFrom: {secretKeyRef: {key: k, name: s}}
                      volumes:
                        - {name: v, emptyDir: {}}
                status: {startTime: "2026-09-21T14:13:20Z"}
                """));
  }

  @Test
  void delete_options_are_of_every_group() {
    var options = Meta.DeleteOptions.newBuilder().setPropagationPolicy("Foreground").build();
    assertThat(read("apps/v1", "DeleteOptions", options).path("propagationPolicy").asText())
        .isEqualTo("Foreground");
  }

  @Test
  void what_cannot_be_read_is_refused() {
    assertThatThrownBy(() -> ProtobufBody.read("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.code()).isEqualTo(400));
    assertThatThrownBy(() -> ProtobufBody.read(new byte[] {'k', '8', 's', 0, 10, 99}))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.code()).isEqualTo(400));
    assertThatThrownBy(() -> read("apps/v1", "Deployment", V1.Secret.getDefaultInstance()))
        .isInstanceOfSatisfying(
            ApiException.class, refusal -> assertThat(refusal.code()).isEqualTo(415));
  }

  private static JsonNode read(String apiVersion, String kind, Message message) {
    var envelope =
        Unknown.newBuilder()
            .setTypeMeta(TypeMeta.newBuilder().setApiVersion(apiVersion).setKind(kind))
            .setRaw(message.toByteString())
            .build();
    var body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {'k', '8', 's', 0});
    body.writeBytes(envelope.toByteArray());
    return ProtobufBody.read(body.toByteArray());
  }
}
