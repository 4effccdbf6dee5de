package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A person with a voice, an audience and accounts. */
@JsonClassDescription(
    "A person with a voice of their own, an audience, and accounts that post in their name.")
@Group("greenroom.social")
@Version("v1alpha1")
@ShortNames("gtl")
@Categories("greenroom")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type=='Ready')].status",
    getDescription = "Whether the talent can post.")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type=='Ready')].reason",
    getDescription = "Why.")
@AdditionalPrinterColumn(
    name = "Name",
    jsonPath = ".spec.displayName",
    getDescription = "The name as people write it.")
@AdditionalPrinterColumn(name = "Slug", jsonPath = ".spec.slug", getDescription = "The short name.")
@AdditionalPrinterColumn(
    name = "Stop",
    jsonPath = ".status.effectiveStopPolicy",
    getDescription = "How far sending is stopped.")
@AdditionalPrinterColumn(
    name = "Profile",
    jsonPath = ".status.completeness.score",
    type = AdditionalPrinterColumn.Type.INTEGER,
    getDescription = "How complete the profile is, of 100.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Time zone",
    jsonPath = ".spec.timeZone",
    getDescription = "The time zone.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE,
    getDescription = "When it was made.")
public final class Talent extends CustomResource<TalentSpec, TalentStatus> implements Namespaced {
  private static final long serialVersionUID = 1L;

  @Override
  protected @Nullable TalentSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable TalentStatus initStatus() {
    return null;
  }
}
