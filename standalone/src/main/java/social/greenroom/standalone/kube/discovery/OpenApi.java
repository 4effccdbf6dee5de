package social.greenroom.standalone.kube.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.verb.PatchType;

/**
 * OpenAPI v3 documents, one for each group and version: the schemas, and what clients look for in
 * the paths.
 */
final class OpenApi {

  private static final List<String> PATCH_PARAMETERS =
      List.of("dryRun", "fieldManager", "fieldValidation", "force");

  private final ResourceCatalog catalog;

  OpenApi(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  ObjectNode index() {
    ObjectNode index = KubeJson.object();
    ObjectNode paths = index.putObject("paths");
    Stream<String> versions = catalog.types().stream().map(ResourceType::apiVersion).distinct();
    versions.forEach(
        version -> {
          String path = (version.contains("/") ? "apis/" : "api/") + version;
          String url = "/openapi/v3/" + path + "?hash=" + hash(version);
          paths.putObject(path).put("serverRelativeURL", url);
        });
    return index;
  }

  ObjectNode document(String group, String version) {
    List<ResourceType> types = catalog.of(group, version).toList();
    if (types.isEmpty()) {
      throw ApiException.unknownPath();
    }
    ObjectNode document = KubeJson.object().put("openapi", "3.0.0");
    document.putObject("info").put("title", "Kubernetes").put("version", "v1");
    ObjectNode paths = document.putObject("paths");
    ObjectNode schemas = document.putObject("components").putObject("schemas");
    for (ResourceType type : types) {
      ObjectNode schema = OpenApiSchema.of(type);
      schema.putArray("x-kubernetes-group-version-kind").add(groupVersionKind(type));
      schemas.set(component(type), schema);
      path(type, paths);
    }
    return document;
  }

  /** Clients keep a document as long as its hash is the same. */
  private String hash(String apiVersion) {
    int hash = 1;
    for (ResourceType type : catalog.types()) {
      if (type.apiVersion().equals(apiVersion)) {
        hash = 31 * hash + type.names().hashCode();
        hash = 31 * hash + (type.declared() == null ? 0 : type.declared().hashCode());
      }
    }
    return Integer.toHexString(hash);
  }

  private static void path(ResourceType type, ObjectNode paths) {
    String base =
        (type.names().group().isEmpty() ? "/api/" : "/apis/")
            + type.apiVersion()
            + (type.traits().namespaced() ? "/namespaces/{namespace}/" : "/")
            + type.names().plural();
    ObjectNode collection = paths.putObject(base);
    operation(type, collection, "get", "list");
    operation(type, collection, "post", "post");
    ObjectNode single = paths.putObject(base + "/{name}");
    operation(type, single, "get", "get");
    operation(type, single, "put", "put");
    operation(type, single, "delete", "delete");
    ObjectNode patch = operation(type, single, "patch", "patch");
    ArrayNode parameters = patch.putArray("parameters");
    for (String name : PATCH_PARAMETERS) {
      ObjectNode parameter = parameters.addObject().put("name", name).put("in", "query");
      parameter.putObject("schema").put("type", name.equals("force") ? "boolean" : "string");
    }
    ObjectNode content = patch.putObject("requestBody").putObject("content");
    for (String mediaType : PatchType.accepted().split(", ", -1)) {
      // Without a schema that says how lists merge, kubectl takes its own for built-in kinds.
      if (!mediaType.contains("strategic")) {
        content.putObject(mediaType).putObject("schema").put("type", "object");
      }
    }
  }

  private static ObjectNode operation(
      ResourceType type, ObjectNode path, String method, String action) {
    ObjectNode operation = path.putObject(method).put("x-kubernetes-action", action);
    operation.set("x-kubernetes-group-version-kind", groupVersionKind(type));
    ObjectNode response = operation.putObject("responses").putObject("200");
    response
        .put("description", "OK")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + component(type));
    return operation;
  }

  private static ObjectNode groupVersionKind(ResourceType type) {
    return KubeJson.object()
        .put("group", type.names().group())
        .put("kind", type.kind())
        .put("version", type.version());
  }

  private static String component(ResourceType type) {
    String group = type.names().group().isEmpty() ? "core" : type.names().group();
    return group + "." + type.version() + "." + type.kind();
  }
}
