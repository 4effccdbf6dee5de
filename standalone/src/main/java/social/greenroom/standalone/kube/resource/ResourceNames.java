package social.greenroom.standalone.kube.resource;

import java.util.List;
import java.util.Locale;
import social.greenroom.standalone.kube.object.GroupKind;
import social.greenroom.standalone.kube.object.GroupResource;

/**
 * What a resource is called.
 *
 * @param group empty for the core group
 */
public record ResourceNames(
    String group,
    String plural,
    String singular,
    String kind,
    String listKind,
    List<String> shortNames,
    List<String> categories) {

  static ResourceNames of(String group, String plural, String kind, String... shortNames) {
    return new ResourceNames(
        group,
        plural,
        kind.toLowerCase(Locale.ROOT),
        kind,
        kind + "List",
        List.of(shortNames),
        List.of());
  }

  ResourceNames in(String category) {
    return new ResourceNames(
        group, plural, singular, kind, listKind, shortNames, List.of(category));
  }

  public GroupResource groupResource() {
    return new GroupResource(group, plural);
  }

  public GroupKind groupKind() {
    return new GroupKind(group, kind);
  }
}
