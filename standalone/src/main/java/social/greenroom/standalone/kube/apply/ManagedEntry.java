package social.greenroom.standalone.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import social.greenroom.standalone.kube.object.KubeJson;

/** One entry of {@code metadata.managedFields}. */
record ManagedEntry(Manager manager, String apiVersion, String time, FieldSet fields) {

  /** In which the API server lists them. */
  static final Comparator<ManagedEntry> ORDER =
      Comparator.comparing((ManagedEntry entry) -> entry.manager().operation())
          .thenComparing(ManagedEntry::time)
          .thenComparing(entry -> entry.manager().name())
          .thenComparing(ManagedEntry::apiVersion)
          .thenComparing(entry -> entry.manager().subresource());

  static ManagedEntry parse(JsonNode json) {
    return new ManagedEntry(
        new Manager(
            json.path("manager").asText(),
            json.path("operation").asText(),
            json.path("subresource").asText()),
        json.path("apiVersion").asText(),
        json.path("time").asText(),
        FieldSet.parse(json.path("fieldsV1")));
  }

  ManagedEntry with(FieldSet other, String at) {
    return new ManagedEntry(manager, apiVersion, fields.same(other) ? time : at, other);
  }

  ObjectNode toJson() {
    ObjectNode json =
        KubeJson.object()
            .put("manager", manager.name())
            .put("operation", manager.operation())
            .put("apiVersion", apiVersion)
            .put("time", time)
            .put("fieldsType", "FieldsV1");
    json.set("fieldsV1", fields.toJson());
    if (!manager.subresource().isEmpty()) {
      json.put("subresource", manager.subresource());
    }
    return json;
  }
}
