package social.greenroom.standalone.kube.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Pattern;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.ResourceCatalog;

/** What clients read to learn what is served. */
public final class Documents {

  /** The version of Kubernetes whose behaviour is followed. */
  private static final String MINOR = "33";

  private static final Pattern SLASH = Pattern.compile("/");

  private final Discovery discovery;
  private final OpenApi openApi;

  public Documents(ResourceCatalog catalog) {
    discovery = new Discovery(catalog);
    openApi = new OpenApi(catalog);
  }

  /**
   * The document at a path.
   *
   * @throws ApiException 404 when there is none
   */
  public JsonNode find(String path) {
    List<String> parts = SLASH.splitAsStream(path).filter(p -> !p.isEmpty()).toList();
    String first = parts.isEmpty() ? "" : parts.get(0);
    return switch (first) {
      case "version" -> version();
      case "api" -> parts.size() == 1 ? discovery.core() : discovery.resources("", parts.get(1));
      case "apis" -> groups(parts);
      case "openapi" -> openApi(parts);
      case "healthz", "livez", "readyz" -> TextNode.valueOf("ok");
      default -> throw ApiException.unknownPath();
    };
  }

  private JsonNode groups(List<String> parts) {
    return switch (parts.size()) {
      case 1 -> discovery.groups();
      case 2 -> discovery.group(parts.get(1));
      default -> discovery.resources(parts.get(1), parts.get(2));
    };
  }

  private JsonNode openApi(List<String> parts) {
    if (parts.size() < 2 || !parts.get(1).equals("v3")) {
      throw ApiException.unknownPath();
    }
    if (parts.size() == 2) {
      return openApi.index();
    }
    List<String> rest = parts.subList(2, parts.size());
    if (rest.size() == 2 && rest.get(0).equals("api")) {
      return openApi.document("", rest.get(1));
    }
    if (rest.size() == 3 && rest.get(0).equals("apis")) {
      return openApi.document(rest.get(1), rest.get(2));
    }
    throw ApiException.unknownPath();
  }

  private static ObjectNode version() {
    return KubeJson.object()
        .put("major", "1")
        .put("minor", MINOR)
        .put("gitVersion", "v1." + MINOR + ".0+greenroom")
        .put("gitCommit", "")
        .put("gitTreeState", "clean")
        .put("buildDate", "1970-01-01T00:00:00Z")
        .put("goVersion", "")
        .put("compiler", "java")
        .put("platform", "any");
  }
}
