package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.tenant.Tenant;

/** A namespace that wants the operator, and into which nobody let it. */
class UnboundTenantClusterIT {
  private static final String OUTSIDER =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: outsider
        labels:
          greenroom.social/tenant: outsider
      ---
      apiVersion: greenroom.social/v1alpha1
      kind: Tenant
      metadata:
        name: outsider
      spec:
        displayName: Outsider
        namespace: outsider
      """;

  @TempDir Path folder;

  @Test
  void theTenantSaysWhatIsMissing() throws Exception {
    try (var world = OperatorWorld.start(folder)) {
      world.apply(OUTSIDER);

      var missing =
          world.eventually(Tenant.class, "outsider", "NamespaceReady", ConditionStatus.UNKNOWN);

      assertThat(missing.reason()).isEqualTo("NotPermitted");
      assertThat(missing.message()).contains("namespace 'outsider'", "value tenants");
      // What was refused here was meant to be: it is no lack of a permission.
      world.client().namespaces().withName("outsider").delete();
    }
  }
}
