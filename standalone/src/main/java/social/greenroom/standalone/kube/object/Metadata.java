package social.greenroom.standalone.kube.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metadata of one object, read and changed in place. */
public record Metadata(ObjectNode node) {

  /** The metadata of an object; made when it has none. */
  public static Metadata of(ObjectNode object) {
    return new Metadata(KubeJson.child(object, "metadata"));
  }

  /** A point in time as Kubernetes writes it: RFC 3339, whole seconds, UTC. */
  public static String timestamp(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public String name() {
    return text("name");
  }

  public String namespace() {
    return text("namespace");
  }

  public String uid() {
    return text("uid");
  }

  /** The version the object says it is of; empty when it says none. */
  public String resourceVersion() {
    return text("resourceVersion");
  }

  public long generation() {
    return node.path("generation").asLong();
  }

  public String text(String field) {
    return node.path(field).asText("");
  }

  public boolean terminating() {
    return node.hasNonNull("deletionTimestamp");
  }

  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    node.path("labels").properties().forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
    return labels;
  }

  public List<String> finalizers() {
    return texts(node.path("finalizers"));
  }

  public List<OwnerReference> owners() {
    List<OwnerReference> owners = new ArrayList<>();
    node.path("ownerReferences").forEach(o -> owners.add(OwnerReference.of(o)));
    return owners;
  }

  public void finalizers(List<String> finalizers) {
    if (finalizers.isEmpty()) {
      node.remove("finalizers");
    } else {
      ArrayNode array = node.putArray("finalizers");
      finalizers.forEach(array::add);
    }
  }

  public void addFinalizer(String finalizer) {
    List<String> all = new ArrayList<>(finalizers());
    if (!all.contains(finalizer)) {
      all.add(finalizer);
      finalizers(all);
    }
  }

  public void removeFinalizer(String finalizer) {
    List<String> all = new ArrayList<>(finalizers());
    if (all.remove(finalizer)) {
      finalizers(all);
    }
  }

  /** Takes a field over from another metadata, absence included. */
  public void copy(Metadata from, String field) {
    JsonNode value = from.node.get(field);
    if (value == null) {
      node.remove(field);
    } else {
      node.set(field, value);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }
}
