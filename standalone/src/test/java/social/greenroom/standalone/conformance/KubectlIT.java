package social.greenroom.standalone.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.standalone.kubeapi.Widgets;

/**
 * The real kubectl. Where it is missing these tests fail: install it, so that nothing is skipped
 * unseen.
 */
class KubectlIT extends ConformanceCase {

  private static final String WIDGET =
      """
      apiVersion: test.greenroom.social/v1
      kind: Widget
      metadata: {name: one, labels: {a: b}}
      spec: {colour: red, channel: mcp, handle: "@one"}
      """;

  private record Result(int code, String out, String err) {
    Result ok() {
      assertThat(code).as(err).isZero();
      return this;
    }
  }

  @TempDir Path home;

  @BeforeEach
  void requireKubectl() {
    List<Path> onPath =
        List.of(System.getenv("PATH").split(":")).stream().map(p -> Path.of(p, "kubectl")).toList();
    assertThat(onPath)
        .as("kubectl is needed to test against: install it (version 1.30 or newer) on the PATH.")
        .anyMatch(Files::isExecutable);
    api.administrator().kubeconfig(home.resolve("kubeconfig"), namespace);
  }

  @Test
  void a_definition_is_applied_and_awaited() throws Exception {
    Path file = home.resolve("widgets.yaml");
    try (var in = KubectlIT.class.getResourceAsStream("/kube/widgets.yaml")) {
      Files.write(file, in.readAllBytes());
    }
    kubectl("apply", "-f", file.toString()).ok();
    kubectl("wait", "--for=condition=Established", "crd/widgets.test.greenroom.social").ok();
    assertThat(kubectl("explain", "widget.spec.colour").ok().out()).contains("How it looks.");
    assertThat(kubectl("api-resources").ok().out()).contains("widgets").contains("wd");
  }

  @Test
  void objects_are_applied_printed_and_changed() throws Exception {
    assertThat(apply(WIDGET).ok().out()).isEqualTo("widget.test.greenroom.social/one created\n");
    assertThat(apply(WIDGET).ok().out()).isEqualTo("widget.test.greenroom.social/one unchanged\n");
    assertThat(apply(WIDGET.replace("red", "green")).ok().out())
        .isEqualTo("widget.test.greenroom.social/one configured\n");
    assertThat(kubectl("get", "wd").ok().out())
        .matches("NAME +READY +COLOUR +AGE\none + green +\\d+s\n");
    assertThat(kubectl("get", "everything", "-o", "wide").ok().out()).contains("SINCE");
    kubectl("label", "wd", "one", "c=d").ok();
    kubectl("annotate", "wd", "one", "note=x").ok();
    kubectl("patch", "wd", "one", "--type=merge", "-p", "{\"spec\":{\"cap\":3}}").ok();
    kubectl(
            "patch",
            "wd",
            "one",
            "--type=json",
            "-p",
            "[{\"op\":\"remove\",\"path\":\"/spec/handle\"}]")
        .ok();
    GenericKubernetesResource widget = Widgets.of(client).withName("one").get();
    assertThat(widget.getMetadata().getLabels()).containsEntry("c", "d");
    assertThat(Widgets.spec(widget)).containsEntry("cap", 3).doesNotContainKey("handle");
    assertThat(kubectl("delete", "wd", "one").ok().out()).contains("deleted");
    assertThat(kubectl("get", "wd").ok().err())
        .contains("No resources found in " + namespace + " namespace.");
  }

  @Test
  void what_is_wrong_is_said_as_a_cluster_says_it() throws Exception {
    apply(WIDGET).ok();
    assertThat(apply(WIDGET.replace("mcp", "api")).err())
        .isEqualTo(
            "The Widget \"one\" is invalid: spec.channel: Invalid value: \"string\": channel is"
                + " immutable\n");
    assertThat(apply(WIDGET.replace("name: one", "name: two").replace("colour", "color")).err())
        .contains("strict decoding error: unknown field \"spec.color\"");
    assertThat(apply(WIDGET.replace("@one", "@")).err())
        .contains("spec.handle: Forbidden: the handle @ is too short");
    assertThat(kubectl("get", "wd", "nothing").err())
        .isEqualTo(
            "Error from server (NotFound): widgets.test.greenroom.social \"nothing\" not found\n");
  }

  @Test
  void server_side_apply_tells_conflicts() throws Exception {
    applyWith(WIDGET, "--server-side", "--field-manager=one").ok();
    String changed = WIDGET.replace("red", "green");
    Result refused = applyWith(changed, "--server-side", "--field-manager=two");
    assertThat(refused.err())
        .contains("Apply failed with 1 conflict: conflict with \"one\": .spec.colour");
    applyWith(changed, "--server-side", "--field-manager=two", "--force-conflicts").ok();
    assertThat(kubectl("get", "wd", "one", "-o", "jsonpath={.spec.colour}").ok().out())
        .isEqualTo("green");
  }

  @Test
  void describe_tells_events_and_wait_sees_conditions() throws Exception {
    apply(WIDGET).ok();
    kubectl(
            "patch",
            "wd",
            "one",
            "--subresource=status",
            "--type=merge",
            "-p",
            "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}")
        .ok();
    kubectl("wait", "--for=condition=Ready", "wd/one", "--timeout=5s").ok();
    GenericKubernetesResource widget = Widgets.of(client).withName("one").get();
    client
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withName("one.1")
                .withNamespace(namespace)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(widget.getApiVersion())
                .withKind("Widget")
                .withName("one")
                .withNamespace(namespace)
                .withUid(widget.getMetadata().getUid())
                .endInvolvedObject()
                .withType("Normal")
                .withReason("Painted")
                .withMessage("It is red now.")
                .build())
        .create();
    assertThat(kubectl("describe", "wd", "one").ok().out())
        .contains("Painted")
        .contains("It is red now.");
    assertThat(kubectl("get", "events").ok().out()).contains("widget/one").contains("Painted");
    assertThat(kubectl("get", "events.events.k8s.io", "-o", "yaml").ok().out())
        .contains("note: It is red now.");
  }

  @Test
  void builtin_objects_are_made_edited_and_watched() throws Exception {
    applyWith(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: s}
            stringData: {k: wort}
            """)
        .ok();
    assertThat(kubectl("get", "secrets").ok().out()).containsPattern("s +Opaque +1 ");
    assertThat(
            run(Map.of("EDITOR", "sed -i s/d29ydA==/d29ydHM=/"), "", "edit", "secret", "s")
                .ok()
                .out())
        .contains("edited");
    assertThat(client.secrets().withName("s").get().getData()).containsEntry("k", "d29ydHM=");
    assertThat(kubectl("get", "ns").ok().out()).contains("default").contains("kube-system");
    assertThat(kubectl("get", "pods").ok().err()).contains("No resources found");
    assertThat(kubectl("get", "secret", "s", "-w", "--request-timeout=2s").out()).contains("s ");
    assertThat(kubectl("version").ok().out()).contains("Server Version: v1.");
  }

  @Test
  void objects_are_made_by_a_word() throws Exception {
    kubectl("create", "namespace", namespace + "-b", "--dry-run=server").ok();
    assertThat(client.namespaces().withName(namespace + "-b").get()).isNull();
    kubectl("create", "secret", "generic", "s", "--from-literal=k=wort").ok();
    kubectl("create", "configmap", "c", "--from-literal=k=v").ok();
    kubectl("create", "serviceaccount", "a").ok();
    kubectl("create", "job", "j", "--image=busybox", "--", "echo", "hi").ok();

    assertThat(client.secrets().withName("s").get().getData()).containsEntry("k", "d29ydA==");
    assertThat(client.configMaps().withName("c").get().getData()).containsEntry("k", "v");
    assertThat(client.serviceAccounts().withName("a").get()).isNotNull();
    var job = client.batch().v1().jobs().withName("j").get();
    var container = job.getSpec().getTemplate().getSpec().getContainers().get(0);
    assertThat(container.getCommand()).containsExactly("echo", "hi");
    assertThat(container.getStdin()).isNull();
    assertThat(kubectl("get", "jobs").ok().out())
        .matches("(?s)NAME +STATUS +COMPLETIONS.*j .*0/1.*");
    assertThat(kubectl("auth", "can-i", "create", "jobs").ok().out()).isEqualTo("yes\n");
    assertThat(kubectl("delete", "job,secret,configmap", "--all").ok().out())
        .contains("job.batch \"j\" deleted")
        .contains("secret \"s\" deleted");
  }

  @Test
  void who_goes_over_to_server_side_apply_stays_the_only_manager() throws Exception {
    apply(WIDGET).ok();
    applyWith(WIDGET, "--server-side").ok();
    applyWith(WIDGET.replace("handle: \"@one\"", ""), "--server-side").ok();

    GenericKubernetesResource widget = Widgets.of(client).withName("one").get();
    assertThat(Widgets.spec(widget)).doesNotContainKey("handle");
    assertThat(widget.getMetadata().getManagedFields())
        .allSatisfy(entry -> assertThat(entry.getOperation()).isEqualTo("Apply"));
  }

  @Test
  void a_patch_that_cannot_be_is_refused() throws Exception {
    apply(WIDGET).ok();
    assertThat(
            kubectl(
                    "patch",
                    "wd",
                    "one",
                    "--type=json",
                    "-p",
                    "[{\"op\":\"test\",\"path\":\"/spec/colour\",\"value\":\"green\"}]")
                .err())
        .startsWith("The request is invalid: the server rejected our request");
    assertThat(kubectl("patch", "wd", "one", "-p", "{}").err()).contains("strategic");
    assertThat(kubectl("patch", "wd", "one", "--type=merge", "-p", "{\"spec\":{\"cap\":11}}").err())
        .isEqualTo(
            "The Widget \"one\" is invalid: spec.cap: Invalid value: 11: spec.cap in body should be"
                + " less than or equal to 10\n");
    assertThat(
            kubectl(
                    "patch",
                    "wd",
                    "one",
                    "--subresource=status",
                    "--type=merge",
                    "-p",
                    "{\"status\":{\"since\":\"soon\"}}")
                .err())
        .contains("status.since: Invalid value: \"soon\": ")
        .contains("since in body must be of type date-time: \"soon\"");
    assertThat(kubectl("scale", "wd", "one", "--replicas=2").err()).contains("NotFound");
  }

  @Test
  void fields_are_explained() throws Exception {
    assertThat(kubectl("explain", "widget.spec").ok().out())
        .contains("What is wanted of the widget.")
        .containsPattern("channel\t<string> -required-")
        .containsPattern("colour\t<string> -required-\n *enum: red, green");
    assertThat(kubectl("explain", "widget", "--recursive").ok().out())
        .contains("slots\t<[]Object>");
    assertThat(kubectl("explain", "job.spec").ok().out())
        .contains("ttlSecondsAfterFinished\t<integer>");
    assertThat(kubectl("explain", "widget.spec.nothing").err())
        .contains("field \"nothing\" does not exist");
  }

  @Test
  void what_is_deleted_may_be_asked_about_first() throws Exception {
    apply(WIDGET).ok();
    assertThat(kubectl("delete", "wd", "one", "--dry-run=server").ok().out())
        .contains("deleted (server dry run)");
    kubectl("get", "wd", "one").ok();
    assertThat(applyWith(WIDGET.replace("red", "green"), "--dry-run=server").ok().out())
        .contains("configured (server dry run)");
    assertThat(kubectl("get", "wd", "one", "-o", "jsonpath={.spec.colour}").ok().out())
        .isEqualTo("red");
    kubectl("delete", "wd", "one", "--wait=true").ok();
    assertThat(kubectl("delete", "wd", "one").err()).contains("NotFound");
    kubectl("delete", "wd", "one", "--ignore-not-found").ok();
  }

  private Result apply(String yaml) throws Exception {
    return applyWith(yaml);
  }

  private Result applyWith(String yaml, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("apply", "-f", "-"));
    arguments.addAll(List.of(options));
    return run(Map.of(), yaml, arguments.toArray(String[]::new));
  }

  private Result kubectl(String... arguments) throws Exception {
    return run(Map.of(), "", arguments);
  }

  private Result run(Map<String, String> environment, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("kubectl", "--kubeconfig=" + home.resolve("kubeconfig")));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    Path in = Files.writeString(Files.createTempFile(home, "in", ""), input);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().remove("KUBECONFIG");
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command.toString()).isTrue();
    return new Result(
        process.exitValue(),
        new String(Files.readAllBytes(out), UTF_8),
        new String(Files.readAllBytes(err), UTF_8));
  }
}
