package social.greenroom.standalone.kube.apply;

import java.util.ArrayList;
import java.util.List;

/** Field sets as people read them: {@code .spec.containers[name="app"].image}. */
final class FieldPaths {

  private FieldPaths() {}

  static List<String> members(FieldSet set) {
    List<String> paths = new ArrayList<>();
    collect(set, "", paths);
    return paths;
  }

  private static void collect(FieldSet set, String path, List<String> into) {
    if (set.isMember()) {
      into.add(path);
    }
    set.children().forEach((element, child) -> collect(child, path + readable(element), into));
  }

  private static String readable(String element) {
    String rest = element.substring(2);
    if (element.startsWith("f:")) {
      return "." + rest;
    }
    if (element.startsWith("k:")) {
      return rest.replaceAll("^\\{\"", "[")
          .replaceAll("}$", "]")
          .replace("\":", "=")
          .replace(",\"", ",");
    }
    return "[=" + rest + "]";
  }
}
