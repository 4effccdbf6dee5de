package social.greenroom.operator.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of one resource.
 *
 * @param fields which fields change; empty unless it is changed
 * @param sentences why it is refused, what it would wait for, and what else is worth knowing
 */
public record ResourceChange(
    ResourceKey resource, Action action, List<FieldChange> fields, List<String> sentences) {
  /** What would be done with it. */
  public enum Action {
    CREATED("+"),
    CHANGED("~"),
    UNCHANGED(" "),
    DELETED("-"),
    REFUSED("!");

    private final String sign;

    Action(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  public ResourceChange {
    fields = List.copyOf(fields);
    sentences = List.copyOf(sentences);
  }

  ResourceChange refused(String sentence) {
    return new ResourceChange(resource, Action.REFUSED, fields, and(sentence));
  }

  ResourceChange saying(String sentence) {
    return new ResourceChange(resource, action, fields, and(sentence));
  }

  /** With what another tenant says of it, too. */
  ResourceChange and(ResourceChange other) {
    return new ResourceChange(
        resource,
        action == Action.REFUSED ? action : other.action,
        fields,
        Stream.concat(sentences.stream(), other.sentences.stream()).distinct().toList());
  }

  private List<String> and(String sentence) {
    var all = new ArrayList<>(sentences);
    all.add(sentence);
    return all;
  }
}
