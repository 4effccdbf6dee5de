package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A talent at a network, over one channel, for ever. */
@JsonClassDescription("A talent's account at a network, reached over one channel for ever.")
@Group("greenroom.social")
@Version("v1alpha1")
@ShortNames("gac")
@Categories("greenroom")
@AdditionalSelectableField(jsonPath = ".spec.talentRef.name")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type=='Ready')].status",
    getDescription = "Whether the account can post.")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type=='Ready')].reason",
    getDescription = "Why.")
@AdditionalPrinterColumn(
    name = "Talent",
    jsonPath = ".spec.talentRef.name",
    getDescription = "Whose account it is.")
@AdditionalPrinterColumn(
    name = "Platform",
    jsonPath = ".spec.platform",
    getDescription = "The network.")
@AdditionalPrinterColumn(
    name = "Handle",
    jsonPath = ".spec.handle",
    getDescription = "The name at the network.")
@AdditionalPrinterColumn(
    name = "Channel",
    jsonPath = ".spec.channel",
    getDescription = "How it is reached.")
@AdditionalPrinterColumn(
    name = "Healthy",
    jsonPath = ".status.conditions[?(@.type=='Healthy')].status",
    getDescription = "How the network answered last.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE,
    getDescription = "When it was made.")
public final class Account extends CustomResource<AccountSpec, AccountStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;

  @Override
  protected @Nullable AccountSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable AccountStatus initStatus() {
    return null;
  }
}
