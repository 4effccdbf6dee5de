package social.greenroom.standalone.operatortests;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import social.greenroom.standalone.kubeapi.AuditLog.Call;

/**
 * A single permission of a role.
 *
 * @param name the only object that it is for; empty when it is for all
 */
record Grant(String role, String verb, String group, String resource, String name) {

  /** The permissions of a Role or a ClusterRole, one for each verb, resource and name. */
  static Set<Grant> of(HasMetadata role) {
    List<PolicyRule> rules =
        role instanceof ClusterRole everywhere ? everywhere.getRules() : ((Role) role).getRules();
    var grants = new LinkedHashSet<Grant>();
    var title = role.getKind() + " " + role.getMetadata().getName();
    for (var rule : rules) {
      var names = rule.getResourceNames().isEmpty() ? List.of("") : rule.getResourceNames();
      for (var group : rule.getApiGroups()) {
        for (var resource : rule.getResources()) {
          for (var verb : rule.getVerbs()) {
            names.forEach(name -> grants.add(new Grant(title, verb, group, resource, name)));
          }
        }
      }
    }
    return grants;
  }

  boolean covers(Call call) {
    return verbs(call).anyMatch(verb::equals)
        && group.equals(call.group())
        && resource.equals(call.resource())
        && (name.isEmpty() || name.equals(call.name()));
  }

  /** An apply that made its object needed both. */
  private static Stream<String> verbs(Call call) {
    return call.verb().equals("patch") && call.code() == 201
        ? Stream.of("patch", "create")
        : Stream.of(call.verb());
  }
}
