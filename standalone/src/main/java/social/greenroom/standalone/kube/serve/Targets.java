package social.greenroom.standalone.kube.serve;

import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.verb.Target;

/** Finds what a path is about. */
final class Targets {

  private final ResourceCatalog catalog;

  Targets(ResourceCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The target of a path.
   *
   * @throws ApiException 404 when nothing is served there
   */
  Target of(ApiPath path) {
    ResourceType type = catalog.find(path.group(), path.version(), path.plural());
    if (type == null) {
      throw ApiException.unknownPath();
    }
    boolean placed = !path.namespace().isEmpty();
    boolean fits = type.traits().namespaced() ? placed || path.name().isEmpty() : !placed;
    boolean known =
        path.subresource().isEmpty()
            || (path.subresource().equals("status") && type.traits().statusSubresource());
    if (!fits || !known) {
      throw ApiException.unknownPath();
    }
    return new Target(type, path.namespace(), path.name(), path.subresource());
  }
}
