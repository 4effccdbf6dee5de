package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a list is merged: as a whole, as a set of values, or as a map by key fields.
 *
 * @param keys the key fields of a map; empty otherwise
 */
public record ListType(Merge merge, List<String> keys) {

  /** The values of {@code x-kubernetes-list-type}. */
  public enum Merge {
    ATOMIC,
    SET,
    MAP
  }

  public static final ListType ATOMIC = new ListType(Merge.ATOMIC, List.of());
  public static final ListType SET = new ListType(Merge.SET, List.of());

  public static ListType mapBy(String... keys) {
    return new ListType(Merge.MAP, List.of(keys));
  }

  static ListType parse(JsonNode schema) {
    List<String> keys = new ArrayList<>();
    schema.path("x-kubernetes-list-map-keys").forEach(k -> keys.add(k.asText()));
    return switch (schema.path("x-kubernetes-list-type").asText()) {
      case "map" -> new ListType(Merge.MAP, List.copyOf(keys));
      case "set" -> SET;
      default -> ATOMIC;
    };
  }
}
