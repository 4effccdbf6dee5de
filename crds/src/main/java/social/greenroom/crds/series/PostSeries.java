package social.greenroom.crds.series;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** Something a talent says again and again: each time becomes a PostRequest of its own. */
@JsonClassDescription(
    "Something a talent says again and again. Each time becomes a PostRequest, whose drafts wait for the yes of the talent's owner.")
@Group("greenroom.social")
@Version("v1alpha1")
@ShortNames("gps")
@Categories("greenroom")
@Plural("postseries")
@AdditionalSelectableField(jsonPath = ".spec.talentRef.name")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type=='Ready')].status",
    getDescription = "Whether it can be followed.")
@AdditionalPrinterColumn(
    name = "Scheduled",
    jsonPath = ".status.conditions[?(@.type=='Scheduled')].reason",
    getDescription = "Whether there is a next time, or why there is none.")
@AdditionalPrinterColumn(
    name = "Talent",
    jsonPath = ".spec.talentRef.name",
    getDescription = "In whose name.")
@AdditionalPrinterColumn(
    name = "Next",
    jsonPath = ".status.nextAt",
    getDescription = "The next time.")
@AdditionalPrinterColumn(
    name = "Last",
    jsonPath = ".status.lastAt",
    getDescription = "The latest time for which a PostRequest was made.")
@AdditionalPrinterColumn(
    name = "Made",
    jsonPath = ".status.made",
    type = AdditionalPrinterColumn.Type.INTEGER,
    getDescription = "For how many times a PostRequest was made.")
@AdditionalPrinterColumn(
    name = "Rule",
    jsonPath = ".spec.recurrence.rule",
    getDescription = "The rule.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Message",
    jsonPath = ".status.conditions[?(@.type=='Scheduled')].message",
    getDescription = "The sentence.",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE,
    getDescription = "When it was made.")
public final class PostSeries extends CustomResource<PostSeriesSpec, PostSeriesStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;

  @Override
  protected @Nullable PostSeriesSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable PostSeriesStatus initStatus() {
    return null;
  }
}
