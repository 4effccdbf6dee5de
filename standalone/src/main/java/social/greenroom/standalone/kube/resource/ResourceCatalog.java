package social.greenroom.standalone.kube.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every type that is served now. */
public final class ResourceCatalog {

  private final List<ResourceType> builtin;
  private final Map<String, List<ResourceType>> custom = new TreeMap<>();
  private volatile Map<String, ResourceType> byPath = Map.of();

  public ResourceCatalog(List<ResourceType> builtin) {
    this.builtin = builtin;
    index();
  }

  /** Serves the types of a definition, instead of those it had before. */
  public synchronized void define(String definition, List<ResourceType> types) {
    custom.put(definition, types);
    index();
  }

  public synchronized void forget(String definition) {
    custom.remove(definition);
    index();
  }

  public @Nullable ResourceType find(String group, String version, String plural) {
    return byPath.get(path(group, version, plural));
  }

  public Collection<ResourceType> types() {
    return byPath.values();
  }

  public Stream<ResourceType> of(String group, String version) {
    return types().stream()
        .filter(t -> t.names().group().equals(group) && t.version().equals(version));
  }

  /** The groups but the core one, each with its versions, preferred first. */
  public Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (ResourceType type : types()) {
      if (!type.names().group().isEmpty()) {
        List<String> versions =
            groups.computeIfAbsent(type.names().group(), g -> new ArrayList<>());
        if (!versions.contains(type.version())) {
          versions.add(type.version());
        }
      }
    }
    groups.values().forEach(v -> v.sort(VersionOrder.PREFERRED_FIRST));
    return groups;
  }

  /** One type for each name that objects are stored under. */
  public Collection<ResourceType> storedTypes() {
    Map<String, ResourceType> stored = new LinkedHashMap<>();
    types().forEach(t -> stored.putIfAbsent(t.stored(), t));
    return stored.values();
  }

  private void index() {
    Map<String, ResourceType> index = new LinkedHashMap<>();
    Stream.concat(builtin.stream(), custom.values().stream().flatMap(List::stream))
        .forEach(t -> index.put(path(t.names().group(), t.version(), t.names().plural()), t));
    byPath = index;
  }

  private static String path(String group, String version, String plural) {
    return group + "/" + version + "/" + plural;
  }
}
