package social.greenroom.crds.request;

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

/** Something a talent should say: it becomes drafts, which their owner approves. */
@JsonClassDescription(
    "Something a talent should say. It becomes drafts, which wait for the yes of the talent's owner.")
@Group("greenroom.social")
@Version("v1alpha1")
@ShortNames("gpr")
@Categories("greenroom")
@AdditionalSelectableField(jsonPath = ".spec.talentRef.name")
@AdditionalPrinterColumn(
    name = "Succeeded",
    jsonPath = ".status.conditions[?(@.type=='Succeeded')].status",
    getDescription = "Whether the drafts are there.")
@AdditionalPrinterColumn(
    name = "Stage",
    jsonPath = ".status.conditions[?(@.type=='Succeeded')].reason",
    getDescription = "How far it has come.")
@AdditionalPrinterColumn(
    name = "Talent",
    jsonPath = ".spec.talentRef.name",
    getDescription = "In whose name.")
@AdditionalPrinterColumn(
    name = "Source",
    jsonPath = ".spec.source",
    getDescription = "Where it comes from.")
@AdditionalPrinterColumn(
    name = "Drafts",
    jsonPath = ".status.drafts",
    type = AdditionalPrinterColumn.Type.INTEGER,
    getDescription = "How many drafts it became.")
@AdditionalPrinterColumn(
    name = "Message",
    jsonPath = ".status.conditions[?(@.type=='Succeeded')].message",
    getDescription = "The sentence.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE,
    getDescription = "When it was made.")
public final class PostRequest extends CustomResource<PostRequestSpec, PostRequestStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;

  @Override
  protected @Nullable PostRequestSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable PostRequestStatus initStatus() {
    return null;
  }
}
