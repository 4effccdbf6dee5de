package social.greenroom.standalone.kube.object;

/**
 * Where an object is stored.
 *
 * @param resource plural and group as in {@code accounts.greenroom.social}; the core group has no
 *     suffix
 * @param namespace empty for a cluster-scoped object
 */
public record ObjectKey(String resource, String namespace, String name)
    implements Comparable<ObjectKey> {

  @Override
  public int compareTo(ObjectKey other) {
    int byResource = resource.compareTo(other.resource);
    if (byResource != 0) {
      return byResource;
    }
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }
}
