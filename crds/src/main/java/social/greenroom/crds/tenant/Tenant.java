package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** An agency: one namespace, one set of rows that no other agency can see. */
@JsonClassDescription(
    "An agency that manages talents: one namespace, one set of rows that no other agency can see.")
@Group("greenroom.social")
@Version("v1alpha1")
@ShortNames("gtn")
@Categories("greenroom")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type=='Ready')].status",
    getDescription = "Whether the tenant can work.")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type=='Ready')].reason",
    getDescription = "Why.")
@AdditionalPrinterColumn(
    name = "Namespace",
    jsonPath = ".spec.namespace",
    getDescription = "The namespace of its resources.")
@AdditionalPrinterColumn(
    name = "Plan",
    jsonPath = ".spec.plan",
    getDescription = "What it has booked.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE,
    getDescription = "When it was made.")
public final class Tenant extends CustomResource<TenantSpec, TenantStatus> {
  private static final long serialVersionUID = 1L;

  @Override
  protected @Nullable TenantSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable TenantStatus initStatus() {
    return null;
  }
}
