package social.greenroom.operator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.Crds;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.crds.tenant.TenantSpec;
import social.greenroom.store.lookup.TenantRef;

class NamespaceCheckTest {
  private static final Optional<Map<String, String>> LABELLED =
      Optional.of(Map.of(Crds.TENANT_LABEL, "acme"));

  @Test
  void aLabelledNamespaceLetsItsTenantIn() {
    assertThat(NamespaceCheck.of(acme(), LABELLED, Optional.empty()).holds()).isTrue();
    assertThat(NamespaceCheck.of(acme(), LABELLED, Optional.of(holder("acme"))).holds()).isTrue();
  }

  @Test
  void aMissingNamespaceIsWaitedFor() {
    var verdict = NamespaceCheck.of(acme(), Optional.empty(), Optional.empty());
    assertThat(verdict.reason()).isEqualTo("NamespaceMissing");
  }

  @Test
  void aLabelForAnotherTenantIsNoConsent() {
    var labels = Optional.of(Map.of(Crds.TENANT_LABEL, "rival"));
    var verdict = NamespaceCheck.of(acme(), labels, Optional.empty());
    assertThat(verdict.reason()).isEqualTo("NotOptedIn");
    assertThat(verdict.sentence()).contains("greenroom.social/tenant=acme");
  }

  @Test
  void aNamespaceOfAnotherTenantIsTaken() {
    var verdict = NamespaceCheck.of(acme(), LABELLED, Optional.of(holder("rival")));
    assertThat(verdict.reason()).isEqualTo("NamespaceTaken");
    assertThat(verdict.sentence()).contains("tenant 'rival'");
  }

  private static Tenant acme() {
    var tenant = new Tenant();
    tenant.setMetadata(new ObjectMetaBuilder().withName("acme").build());
    tenant.setSpec(new TenantSpec("Acme", "acme-ns", null, null, null, null, null));
    return tenant;
  }

  private static TenantRef holder(String name) {
    return new TenantRef(UUID.randomUUID(), name, "acme-ns", name, "UTC", "active");
  }
}
