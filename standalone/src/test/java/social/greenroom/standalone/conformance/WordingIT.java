package social.greenroom.standalone.conformance;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** Every way to break a schema, in the API server's words. */
class WordingIT extends ConformanceCase {

  private static final String GROUP = "wording.greenroom.social";
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.wording.greenroom.social}
      spec:
        group: wording.greenroom.social
        names: {kind: Widget, plural: widgets}
        scope: Namespaced
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
      """;

  /** A schema, a value that breaks it, and the sentence, which calls the field "f". */
  private record Violation(String schema, String value, String sentence) {

    static Violation of(String line) {
      String[] parts = line.split(" \\| ", 3);
      return new Violation(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    String about(String field) {
      return sentence.replaceAll("\\bf\\b", "spec." + field);
    }
  }

  @Test
  void violations_are_worded_alike() throws IOException {
    List<Violation> violations = violations();
    Widgets.define(
        client,
        GROUP,
        IntStream.range(0, violations.size())
            .mapToObj(i -> " ".repeat(16) + "v%d: %s\n".formatted(i, violations.get(i).schema()))
            .collect(joining("", DEFINITION, "")));

    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < violations.size(); i++) {
      Violation violation = violations.get(i);
      String spec = "{v%d: %s}".formatted(i, violation.value());
      all.assertThat(refusal(spec)).isEqualTo(violation.about("v" + i));
    }
    all.assertAll();
  }

  private String refusal(String spec) {
    try {
      Widgets.of(client, GROUP).resource(Widgets.of(GROUP, "w", spec)).dryRun().create();
      return "Accepted: " + spec;
    } catch (KubernetesClientException e) {
      return e.getStatus()
          .getMessage()
          .replace("Widget.wording.greenroom.social \"w\" is invalid: ", "");
    }
  }

  private static List<Violation> violations() throws IOException {
    try (var in = WordingIT.class.getResourceAsStream("/kube/violations.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Violation::of)
          .toList();
    }
  }
}
