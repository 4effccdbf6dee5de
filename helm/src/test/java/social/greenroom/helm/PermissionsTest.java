package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.helm.render.Chart;

/**
 * What is granted, as data. That the operator needs all of it, and nothing else, is tested where it
 * runs under these roles.
 */
class PermissionsTest {
  private static final String OPERATOR = "greenroom-operator";

  @Test
  void everywhereTheOperatorSeesOurKindsNamespacesAndItsJobs() {
    assertThat(rules(Chart.find(Chart.defaults(), "ClusterRole", OPERATOR)))
        .containsExactlyInAnyOrder(
            "greenroom.social tenants,talents,accounts,postrequests,mcpservers,postseries get,list,watch,patch",
            "greenroom.social tenants/status,talents/status,accounts/status,postrequests/status,"
                + "mcpservers/status,postseries/status patch",
            " namespaces get,list,watch",
            "batch jobs list,watch",
            " events create");
  }

  @Test
  void inATenantsNamespaceItMakesJobsAndReadsSecrets() {
    assertThat(rules(Chart.find(Chart.defaults(), "ClusterRole", "greenroom-operator-tenant")))
        .containsExactlyInAnyOrder(
            " secrets get,list,watch",
            " secrets create,patch,delete only greenroom-worker,greenroom-renders",
            "batch jobs get,create",
            " pods list",
            "greenroom.social postrequests,postseries create,delete");
  }

  @Test
  void inItsOwnNamespaceItHoldsTheLeaseSeesThePoolEndAndReadsTheSecretsThatAreNamed() {
    assertThat(rules(Chart.find(Chart.defaults(), "Role", OPERATOR)))
        .containsExactlyInAnyOrder(
            "coordination.k8s.io leases create",
            "coordination.k8s.io leases get,update,patch only greenroom-operator",
            " pods get");
    assertThat(rules(Chart.find(Chart.with("jobs-alone"), "Role", OPERATOR)))
        .as("turned off, the pool leaves senders whose end has to be seen")
        .contains(" pods get");
    assertThat(rules(Chart.find(Chart.with("tenants"), "Role", OPERATOR)))
        .contains(" secrets get only composio");
  }

  @Test
  void theTenantRoleIsBoundInTenantsNamespacesAndNowhereElse() {
    var objects = Chart.with("tenants");

    assertThat(Chart.ofKind(objects, "RoleBinding"))
        .filteredOn(
            binding ->
                binding.path("roleRef").path("name").asText().equals("greenroom-operator-tenant"))
        .extracting(binding -> binding.path("metadata").path("namespace").asText())
        .containsExactlyInAnyOrder("northlight", "agency-southpaw");
    assertThat(Chart.ofKind(objects, "ClusterRoleBinding"))
        .extracting(binding -> binding.path("roleRef").path("name").asText())
        .containsExactly(OPERATOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"greenroom-tenant-editor", "greenroom-tenant-viewer"})
  void peoplesRolesHoldOurKindsOnly(String role) {
    assertThat(Chart.find(Chart.defaults(), "ClusterRole", role).path("rules"))
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              assertThat(texts(rule.path("apiGroups"))).containsExactly("greenroom.social");
              assertThat(texts(rule.path("resources"))).doesNotContain("tenants", "tenants/status");
            });
  }

  static Stream<List<JsonNode>> everything() {
    return Chart.valueSets().stream().map(Chart::with);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void onlyTheOperatorIsGivenAnythingAndNothingIsGivenWholesale(List<JsonNode> objects) {
    assertThat(objects)
        .filteredOn(object -> object.path("kind").asText().endsWith("Binding"))
        .allSatisfy(
            binding ->
                assertThat(binding.path("subjects"))
                    .allSatisfy(
                        subject ->
                            assertThat(subject.path("name").asText()).endsWith("-operator")));
    assertThat(objects)
        .filteredOn(object -> object.path("kind").asText().endsWith("Role"))
        .allSatisfy(
            role ->
                assertThat(rules(role))
                    .noneMatch(rule -> rule.contains("*"))
                    .noneMatch(rule -> rule.matches(".*(bind|escalate|impersonate).*")));
  }

  private static List<String> rules(JsonNode role) {
    var rules = new ArrayList<String>();
    for (var rule : role.path("rules")) {
      var only = rule.has("resourceNames") ? " only " + join(rule.path("resourceNames")) : "";
      rules.add(
          "%s %s %s%s"
              .formatted(
                  join(rule.path("apiGroups")),
                  join(rule.path("resources")),
                  join(rule.path("verbs")),
                  only));
    }
    return rules;
  }

  private static String join(JsonNode list) {
    return String.join(",", texts(list));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
