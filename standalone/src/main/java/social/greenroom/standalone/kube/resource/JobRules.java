package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;

/** A Job's defaults, its generated selector, and what of it can't change. */
final class JobRules implements TypeRules {

  private static final String CONTROLLER_UID = "batch.kubernetes.io/controller-uid";
  private static final String JOB_NAME = "batch.kubernetes.io/job-name";
  private static final List<String> COUNTS =
      List.of(
          "parallelism",
          "completions",
          "activeDeadlineSeconds",
          "backoffLimit",
          "ttlSecondsAfterFinished");
  private static final List<String> IMMUTABLE =
      List.of("template", "selector", "completions", "completionMode");

  @Override
  public void complete(ObjectNode object) {
    ObjectNode spec = KubeJson.child(object, "spec");
    boolean workQueue = spec.has("parallelism") && !spec.has("completions");
    if (!workQueue) {
      putAbsent(spec, "completions", 1);
    }
    putAbsent(spec, "parallelism", 1);
    putAbsent(spec, "backoffLimit", 6);
    putAbsent(spec, "completionMode", "NonIndexed");
    if (!spec.has("suspend")) {
      spec.put("suspend", false);
    }
    putAbsent(spec, "podReplacementPolicy", "TerminatingOrFailed");
    if (spec.get("template") instanceof ObjectNode template) {
      PodDefaults.complete(KubeJson.child(template, "spec"));
    }
  }

  @Override
  public void onCreate(ObjectNode object) {
    ObjectNode spec = KubeJson.child(object, "spec");
    if (!spec.path("manualSelector").asBoolean()) {
      spec.put("manualSelector", false);
      generateSelector(object, spec);
    }
    JsonNode labels = spec.at("/template/metadata/labels");
    if (object.at("/metadata/labels").isEmpty() && !labels.isEmpty()) {
      KubeJson.child(object, "metadata").set("labels", labels.deepCopy());
    }
  }

  private static void generateSelector(ObjectNode object, ObjectNode spec) {
    Metadata job = Metadata.of(object);
    ObjectNode template = KubeJson.child(KubeJson.child(spec, "template"), "metadata");
    KubeJson.child(template, "labels")
        .put(CONTROLLER_UID, job.uid())
        .put("controller-uid", job.uid())
        .put(JOB_NAME, job.name())
        .put("job-name", job.name());
    spec.putObject("selector").putObject("matchLabels").put(CONTROLLER_UID, job.uid());
  }

  @Override
  public void onUpdate(ObjectNode before, ObjectNode next) {
    // What the server generated stays when a client applies the Job without it.
    JsonNode selector = before.at("/spec/selector");
    ObjectNode spec = KubeJson.child(next, "spec");
    if (!spec.has("selector") && selector.isObject()) {
      spec.set("selector", selector);
    }
    if (!spec.has("manualSelector") && before.at("/spec/manualSelector").isBoolean()) {
      spec.set("manualSelector", before.at("/spec/manualSelector"));
    }
    if (spec.get("template") instanceof ObjectNode template) {
      ObjectNode labels = KubeJson.child(KubeJson.child(template, "metadata"), "labels");
      before
          .at("/spec/template/metadata/labels")
          .properties()
          .forEach(e -> labels.putIfAbsent(e.getKey(), e.getValue()));
    }
  }

  @Override
  public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode before) {
    List<FieldError> errors = new ArrayList<>();
    JsonNode spec = object.path("spec");
    JsonNode pod = spec.at("/template/spec");
    if (pod.path("containers").isEmpty()) {
      errors.add(FieldError.required("spec.template.spec.containers", ""));
    }
    String restart = pod.path("restartPolicy").asText();
    if (!restart.equals("Never") && !restart.equals("OnFailure")) {
      errors.add(
          restart.equals("Always")
              ? FieldError.notSupported(
                  "spec.template.spec.restartPolicy",
                  TextNode.valueOf(restart),
                  List.of("\"OnFailure\"", "\"Never\""))
              : FieldError.required(
                  "spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\""));
    }
    for (String field : COUNTS) {
      if (spec.path(field).asLong() < 0) {
        errors.add(
            FieldError.invalid(
                "spec." + field, spec.path(field), "must be greater than or equal to 0"));
      }
    }
    if (before != null) {
      for (String field : IMMUTABLE) {
        if (!spec.path(field).equals(before.path("spec").path(field))) {
          errors.add(FieldError.invalid("spec." + field, spec.path(field), "field is immutable"));
        }
      }
    }
    return errors;
  }

  private static void putAbsent(ObjectNode node, String field, int value) {
    if (!node.has(field)) {
      node.put(field, value);
    }
  }

  private static void putAbsent(ObjectNode node, String field, String value) {
    if (!node.has(field)) {
      node.put(field, value);
    }
  }
}
