package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Questions about one's own permissions. They are answered and not kept: everything is allowed. */
public final class AccessReviews {
  static final String ACCESS = "selfsubjectaccessreviews";
  static final String RULES = "selfsubjectrulesreviews";
  private static final Set<String> ALL = Set.of(ACCESS, RULES);

  private AccessReviews() {}

  public static boolean include(ResourceType type) {
    return ALL.contains(type.names().plural());
  }

  /** Adds the answer to the question. */
  public static ObjectNode answer(ResourceType type, ObjectNode question) {
    var status = question.putObject("status");
    if (type.names().plural().equals(ACCESS)) {
      status.put("allowed", true).put("reason", "everything is allowed here");
    } else {
      status.put("incomplete", false);
      var rule = status.putArray("resourceRules").addObject();
      rule.putArray("verbs").add("*");
      rule.putArray("apiGroups").add("*");
      rule.putArray("resources").add("*");
      status.putArray("nonResourceRules").addObject().putArray("verbs").add("*");
    }
    return question;
  }
}
