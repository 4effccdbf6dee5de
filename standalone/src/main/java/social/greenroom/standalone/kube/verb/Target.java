package social.greenroom.standalone.kube.verb;

import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.resource.ResourceType;

/**
 * What a request is about.
 *
 * @param namespace empty for a cluster-scoped object, and for a list over all namespaces
 * @param name empty for a list, and for a new object
 * @param subresource empty for the object itself
 */
public record Target(ResourceType type, String namespace, String name, String subresource) {

  public ObjectKey key() {
    return type.key(namespace, name);
  }

  /** The same, with the name that a new object was given. */
  Target named(String given) {
    return new Target(type, namespace, given, subresource);
  }

  boolean isStatus() {
    return subresource.equals("status");
  }

  /** The namespace that must be there for a new object; null for cluster-scoped ones. */
  @Nullable ObjectKey namespaceKey() {
    return namespace.isEmpty() ? null : new ObjectKey(BuiltinTypes.NAMESPACES, "", namespace);
  }

  ApiException notFound() {
    return ApiException.notFound(type.names().groupResource(), name);
  }

  ApiException stale() {
    return ApiException.stale(type.names().groupResource(), name);
  }
}
