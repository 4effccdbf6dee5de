package social.greenroom.operator.series;

import static social.greenroom.crds.series.PostSeriesConditions.SCHEDULED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.series.PostSeriesStatus;
import social.greenroom.operator.status.Readiness;
import social.greenroom.operator.status.Verdict;

/** What a series' status says. */
final class SeriesProjection {
  private SeriesProjection() {}

  /**
   * @param outlook null where the series couldn't be kept
   */
  static PostSeriesStatus of(
      PostSeries series, KeptSeries kept, @Nullable SeriesOutlook outlook, Instant now) {
    var before = Optional.ofNullable(series.getStatus());
    var generation = series.getMetadata().getGeneration();
    var conditions =
        new Conditions(before.map(PostSeriesStatus::conditions).orElse(List.of()), generation, now);
    Readiness.write(
        conditions,
        Verdict.yes("Ready", "Each of its times becomes a post request."),
        List.of(kept.verdict()));
    if (outlook == null) {
      Verdict.notYet("NotReady", kept.verdict().sentence()).write(conditions, SCHEDULED);
      return new PostSeriesStatus(
          generation,
          before.map(PostSeriesStatus::seriesId).orElse(null),
          null,
          before.map(PostSeriesStatus::lastAt).orElse(null),
          before.map(PostSeriesStatus::made).orElse(null),
          before.map(PostSeriesStatus::missed).orElse(null),
          conditions.list());
    }
    outlook.scheduled().write(conditions, SCHEDULED);
    var row = kept.row();
    return new PostSeriesStatus(
        generation,
        row == null ? null : row.id().toString(),
        outlook.nextAt(),
        outlook.lastAt(),
        outlook.made(),
        outlook.missed(),
        conditions.list());
  }
}
