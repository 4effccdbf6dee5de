package social.greenroom.operator.tenant;

import java.util.Map;
import java.util.Optional;
import social.greenroom.crds.Crds;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.lookup.TenantRef;

/** Whether a tenant may have its namespace: it has to be there, and to want it. */
public final class NamespaceCheck {
  private NamespaceCheck() {}

  /**
   * @param labels of the namespace; empty where there is none
   * @param holder the tenant that has the namespace already, whichever it is
   */
  public static Verdict of(
      Tenant tenant, Optional<Map<String, String>> labels, Optional<TenantRef> holder) {
    var name = tenant.getMetadata().getName();
    var namespace = tenant.getSpec().namespace();
    if (holder.filter(other -> !other.name().equals(name)).isPresent()) {
      return Verdict.no(
          "NamespaceTaken",
          "namespace '%s' is tenant '%s' already; choose another."
              .formatted(namespace, holder.get().name()));
    }
    if (labels.isEmpty()) {
      return Verdict.notYet(
          "NamespaceMissing", "Namespace '%s' doesn't exist; make it.".formatted(namespace));
    }
    if (!name.equals(labels.get().get(Crds.TENANT_LABEL))) {
      return Verdict.notYet(
          "NotOptedIn",
          "Namespace '%s' lets nobody in: label it %s=%s."
              .formatted(namespace, Crds.TENANT_LABEL, name));
    }
    return Verdict.yes("OptedIn", "The namespace is there and carries the label.");
  }
}
