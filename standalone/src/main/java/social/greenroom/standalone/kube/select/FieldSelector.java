package social.greenroom.standalone.kube.select;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.storage.StoredObject;

/** A field selector: {@code metadata.name=a,spec.platform!=x}. */
public record FieldSelector(List<Requirement> requirements) {

  public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

  private static final Pattern TERM = Pattern.compile("([^=!]+)(==|=|!=)(.*)");

  private record Requirement(String field, boolean equal, String value) {

    boolean matches(StoredObject object, JsonNode json) {
      ObjectKey key = object.key();
      String actual =
          switch (field) {
            case "metadata.name" -> key.name();
            case "metadata.namespace" -> key.namespace();
            default -> json.at("/" + field.replace('.', '/')).asText("");
          };
      return actual.equals(value) == equal;
    }

    boolean needsJson() {
      return !field.equals("metadata.name") && !field.equals("metadata.namespace");
    }
  }

  /**
   * Reads a selector; an empty one selects everything.
   *
   * @param supported the fields that may be selected by, beside name and namespace
   * @throws ApiException 400 for another field, or when the text can't be understood
   */
  public static FieldSelector parse(String text, Collection<String> supported) {
    if (text.isBlank()) {
      return EVERYTHING;
    }
    List<Requirement> requirements = new ArrayList<>();
    for (String part : Pattern.compile(",").split(text, -1)) {
      Matcher term = TERM.matcher(part);
      if (!term.matches()) {
        throw ApiException.badRequest(
            "invalid selector: '" + text + "'; can't understand '" + part + "'");
      }
      Requirement requirement =
          new Requirement(term.group(1), !term.group(2).equals("!="), term.group(3));
      if (requirement.needsJson() && !supported.contains(requirement.field())) {
        throw ApiException.badRequest("field label not supported: " + requirement.field());
      }
      requirements.add(requirement);
    }
    return new FieldSelector(List.copyOf(requirements));
  }

  public boolean matches(StoredObject object) {
    if (requirements.isEmpty()) {
      return true;
    }
    boolean needsJson = requirements.stream().anyMatch(Requirement::needsJson);
    JsonNode json = needsJson ? object.object() : NullNode.instance;
    return requirements.stream().allMatch(r -> r.matches(object, json));
  }
}
