package social.greenroom.standalone.kube.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.AccessReviews;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.resource.ResourceType;

/** Groups, versions and resources. */
final class Discovery {

  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
  private static final List<String> STATUS_VERBS = List.of("get", "patch", "update");

  private final ResourceCatalog catalog;

  Discovery(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  ObjectNode core() {
    ObjectNode versions = KubeJson.object().put("kind", "APIVersions");
    versions.putArray("versions").add("v1");
    versions.putArray("serverAddressByClientCIDRs");
    return versions;
  }

  ObjectNode groups() {
    ObjectNode list = KubeJson.object().put("kind", "APIGroupList").put("apiVersion", "v1");
    ArrayNode groups = list.putArray("groups");
    catalog.groups().forEach((name, versions) -> groups.add(group(name, versions)));
    return list;
  }

  ObjectNode group(String name) {
    List<String> versions = catalog.groups().get(name);
    if (versions == null) {
      throw ApiException.unknownPath();
    }
    return group(name, versions).put("kind", "APIGroup").put("apiVersion", "v1");
  }

  ObjectNode resources(String group, String version) {
    List<ResourceType> types = catalog.of(group, version).toList();
    if (types.isEmpty()) {
      throw ApiException.unknownPath();
    }
    ObjectNode list =
        KubeJson.object()
            .put("kind", "APIResourceList")
            .put("apiVersion", "v1")
            .put("groupVersion", types.get(0).apiVersion());
    ArrayNode resources = list.putArray("resources");
    for (ResourceType type : types) {
      boolean review = AccessReviews.include(type);
      resources.add(resource(type, "", review ? List.of("create") : VERBS));
      if (type.traits().statusSubresource()) {
        resources.add(resource(type, "/status", STATUS_VERBS));
      }
    }
    return list;
  }

  private static ObjectNode group(String name, List<String> versions) {
    ObjectNode group = KubeJson.object().put("name", name);
    ArrayNode all = group.putArray("versions");
    versions.forEach(v -> all.add(version(name, v)));
    group.set("preferredVersion", version(name, versions.get(0)));
    return group;
  }

  private static ObjectNode version(String group, String version) {
    return KubeJson.object().put("groupVersion", group + "/" + version).put("version", version);
  }

  private static ObjectNode resource(ResourceType type, String subresource, List<String> verbs) {
    ObjectNode resource =
        KubeJson.object()
            .put("name", type.names().plural() + subresource)
            .put("singularName", subresource.isEmpty() ? type.names().singular() : "")
            .put("namespaced", type.traits().namespaced())
            .put("kind", type.kind());
    ArrayNode allowed = resource.putArray("verbs");
    verbs.forEach(allowed::add);
    if (subresource.isEmpty()) {
      put(resource, "shortNames", type.names().shortNames());
      put(resource, "categories", type.names().categories());
    }
    return resource;
  }

  private static void put(ObjectNode resource, String field, List<String> names) {
    if (!names.isEmpty()) {
      ArrayNode array = resource.putArray(field);
      names.forEach(array::add);
    }
  }
}
