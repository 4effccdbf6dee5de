package social.greenroom.crds.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of break is found, and what only adds is let through. */
class BreaksTest {
  private static final String SPEC = "/spec/versions/0/schema/openAPIV3Schema/properties/spec";
  private static final String PLATFORM = SPEC + "/properties/platform";
  private static final String HANDLE = SPEC + "/properties/handle";
  private static final String CAP = SPEC + "/properties/limits/properties/dailyCap";

  static Stream<Arguments> breaking() {
    return Stream.of(
        change(
            "a version goes",
            "v1alpha1: the version is gone",
            crd -> at(crd, "/spec/versions/0").put("name", "v1")),
        change(
            "a version isn't served",
            "isn't served",
            crd -> at(crd, "/spec/versions/0").put("served", false)),
        change(
            "the status can't be written",
            "subresource status is gone",
            crd -> at(crd, "/spec/versions/0").remove("subresources")),
        change(
            "the scope changes",
            "scope is \"Cluster\"",
            crd -> at(crd, "/spec").put("scope", "Cluster")),
        change(
            "the kind is renamed",
            "names/kind is",
            crd -> at(crd, "/spec/names").put("kind", "Profile")),
        change(
            "a short name goes",
            "names/shortNames has no gac",
            crd -> at(crd, "/spec/names").remove("shortNames")),
        change(
            "a column goes",
            "the column Ready",
            crd -> ((ArrayNode) crd.at("/spec/versions/0/additionalPrinterColumns")).remove(0)),
        change(
            "a column shows something else",
            "the column Ready",
            crd ->
                at(crd, "/spec/versions/0/additionalPrinterColumns/0")
                    .put("jsonPath", ".spec.handle")),
        change(
            "a field goes",
            "spec.handle: the field is gone",
            crd -> at(crd, SPEC + "/properties").remove("handle")),
        change(
            "a status field goes",
            "status.accountId: the field is gone",
            crd ->
                at(crd, "/spec/versions/0/schema/openAPIV3Schema/properties/status/properties")
                    .remove("accountId")),
        change(
            "a type changes",
            "spec.handle: type is \"integer\"",
            crd -> at(crd, HANDLE).put("type", "integer")),
        change(
            "a choice goes",
            "spec.platform: the value \"x\" is gone",
            crd -> without((ArrayNode) crd.at(PLATFORM + "/enum"), "x")),
        change(
            "a free field gets choices",
            "spec.handle: only",
            crd -> at(crd, HANDLE).putArray("enum").add("a")),
        change(
            "a field becomes required",
            "spec: displayName is required",
            crd -> ((ArrayNode) crd.at(SPEC + "/required")).add("displayName")),
        change(
            "a new field is required",
            "spec: colour is required",
            crd -> {
              at(crd, SPEC + "/properties").putObject("colour").put("type", "string");
              ((ArrayNode) crd.at(SPEC + "/required")).add("colour");
            }),
        change(
            "an upper bound falls",
            "spec.handle: maxLength is 5",
            crd -> at(crd, HANDLE).put("maxLength", 5)),
        change(
            "an upper bound appears",
            "spec.limits.dailyCap: maximum is 1",
            crd -> at(crd, CAP).put("maximum", 1)),
        change(
            "a lower bound rises",
            "spec.limits.dailyCap: minimum is 1",
            crd -> at(crd, CAP).put("minimum", 1)),
        change(
            "a pattern changes",
            "spec.handle: pattern is",
            crd -> at(crd, HANDLE).put("pattern", "^z+$")),
        change(
            "a rule is added",
            "spec: the rule self.handle",
            crd ->
                at(crd, SPEC)
                    .withArray("x-kubernetes-validations")
                    .addObject()
                    .put("rule", "self.handle != 'x'")),
        change(
            "a field becomes immutable",
            "spec.handle: the rule self == oldSelf is new",
            crd ->
                at(crd, HANDLE)
                    .withArray("x-kubernetes-validations")
                    .addObject()
                    .put("rule", "self == oldSelf")),
        change(
            "what a list's items take is narrowed",
            "spec.schedule.slots[].time: maxLength is 1",
            crd ->
                at(crd, SPEC + "/properties/schedule/properties/slots/items/properties/time")
                    .put("maxLength", 1)),
        change(
            "the key of a list changes",
            "x-kubernetes-list-type is",
            crd ->
                at(crd, SPEC + "/properties/schedule/properties/slots")
                    .put("x-kubernetes-list-type", "other")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaking")
  void whatBreaksIsFound(String name, String sentence, Consumer<ObjectNode> change)
      throws IOException {
    assertThat(changed(change)).as(name).anyMatch(found -> found.contains(sentence));
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        change("nothing changes", "", crd -> {}),
        change(
            "a field is added",
            "",
            crd -> at(crd, SPEC + "/properties").putObject("colour").put("type", "string")),
        change(
            "a required field is added with a default",
            "",
            crd -> {
              at(crd, SPEC + "/properties")
                  .putObject("colour")
                  .put("type", "string")
                  .put("default", "red");
              ((ArrayNode) crd.at(SPEC + "/required")).add("colour");
            }),
        change(
            "a choice is added", "", crd -> ((ArrayNode) crd.at(PLATFORM + "/enum")).add("orkut")),
        change("a bound is widened", "", crd -> at(crd, HANDLE).put("maxLength", 100_000)),
        change("a bound goes", "", crd -> at(crd, HANDLE).remove("maxLength")),
        change("a pattern goes", "", crd -> at(crd, HANDLE).remove("pattern")),
        change(
            "a description changes", "", crd -> at(crd, HANDLE).put("description", "Other words.")),
        change("a required field isn't any more", "", crd -> at(crd, SPEC).remove("required")),
        change(
            "a version is added",
            "",
            crd ->
                ((ArrayNode) crd.at("/spec/versions"))
                    .add(at(crd, "/spec/versions/0").deepCopy().put("name", "v1"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void whatOnlyAddsIsLetThrough(String name, String nothing, Consumer<ObjectNode> change)
      throws IOException {
    assertThat(changed(change)).as(name).isEmpty();
  }

  @Test
  void anotherDefaultIsABreak() throws IOException {
    var request = Released.in(Released.last()).get("postrequests.greenroom.social-v1.yml");
    var other = (ObjectNode) request.deepCopy();
    at(other, SPEC + "/properties/source").put("default", "portal");
    assertThat(Breaks.between(request, other))
        .containsExactly(
            "postrequests.greenroom.social v1alpha1 spec.source: the default is \"portal\" and was \"gitops\"");
  }

  private static Iterable<String> changed(Consumer<ObjectNode> change) throws IOException {
    JsonNode released = Released.in(Released.last()).get("accounts.greenroom.social-v1.yml");
    var other = (ObjectNode) released.deepCopy();
    change.accept(other);
    return Breaks.between(released, other);
  }

  private static Arguments change(String name, String sentence, Consumer<ObjectNode> change) {
    return Arguments.of(name, sentence, change);
  }

  private static ObjectNode at(JsonNode crd, String pointer) {
    return (ObjectNode) crd.at(pointer);
  }

  private static void without(ArrayNode list, String value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).asText().equals(value)) {
        list.remove(i);
        return;
      }
    }
    throw new IllegalStateException("There is no " + value);
  }
}
