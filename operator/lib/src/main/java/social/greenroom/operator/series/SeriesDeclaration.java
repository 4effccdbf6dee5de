package social.greenroom.operator.series;

import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.crds.series.Evergreen;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.series.PostTemplate;
import social.greenroom.crds.series.Recurrence;
import social.greenroom.crds.series.SeriesStop;
import social.greenroom.operator.config.ResourceDurations;
import social.greenroom.store.series.SeriesSpec;

/** What a resource declares, as the database keeps it. */
final class SeriesDeclaration {
  private SeriesDeclaration() {}

  static SeriesSpec of(PostSeries series) {
    var spec = series.getSpec();
    var ahead = ResourceDurations.parse(spec.draftAhead());
    var prompt = template(series).prompt();
    return new SeriesSpec(
        recurrence(spec.recurrence()),
        repeats(spec.evergreen()),
        prompt == null ? "" : prompt,
        ahead == null ? SeriesSpec.DRAFT_AHEAD : ahead,
        spec.stopPolicy() == SeriesStop.HOLD);
  }

  static PostTemplate template(PostSeries series) {
    var template = series.getSpec().template();
    return template == null ? PostTemplate.EMPTY : template;
  }

  private static @Nullable RecurrenceDeclaration recurrence(@Nullable Recurrence declared) {
    return declared == null
        ? null
        : new RecurrenceDeclaration(
            declared.rule(), declared.start(), declared.end(), declared.exceptions());
  }

  private static SeriesSpec.@Nullable Repeats repeats(@Nullable Evergreen declared) {
    return declared == null
        ? null
        : new SeriesSpec.Repeats(
            declared.requestRef().name(), declared.intervalDays(), declared.maximum());
  }
}
