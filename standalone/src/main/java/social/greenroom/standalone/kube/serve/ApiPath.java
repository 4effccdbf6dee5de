package social.greenroom.standalone.kube.serve;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a resource, taken apart; parts that are absent are empty.
 *
 * @param subresource as in {@code status}
 */
record ApiPath(
    String group,
    String version,
    String namespace,
    String plural,
    String name,
    String subresource) {

  private static final Pattern SLASH = Pattern.compile("/");

  /** Empty when the path isn't one of a resource. */
  static Optional<ApiPath> parse(String path) {
    List<String> parts = SLASH.splitAsStream(path).filter(p -> !p.isEmpty()).toList();
    if (parts.size() >= 3 && parts.get(0).equals("api")) {
      return Optional.of(within("", parts.get(1), parts.subList(2, parts.size())));
    }
    if (parts.size() >= 4 && parts.get(0).equals("apis")) {
      return Optional.of(within(parts.get(1), parts.get(2), parts.subList(3, parts.size())));
    }
    return Optional.empty();
  }

  private static ApiPath within(String group, String version, List<String> parts) {
    boolean inNamespace =
        parts.size() >= 3
            && parts.get(0).equals("namespaces")
            && !(group.isEmpty() && isNamespaceSubresource(parts));
    List<String> rest = inNamespace ? parts.subList(2, parts.size()) : parts;
    return new ApiPath(
        group,
        version,
        inNamespace ? parts.get(1) : "",
        rest.get(0),
        rest.size() > 1 ? rest.get(1) : "",
        rest.size() > 2 ? String.join("/", rest.subList(2, rest.size())) : "");
  }

  private static boolean isNamespaceSubresource(List<String> parts) {
    return parts.size() == 3 && (parts.get(2).equals("status") || parts.get(2).equals("finalize"));
  }
}
