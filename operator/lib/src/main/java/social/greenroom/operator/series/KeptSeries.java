package social.greenroom.operator.series;

import org.jspecify.annotations.Nullable;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.series.SeriesRow;
import social.greenroom.store.talent.TalentRow;

/**
 * What came of keeping a series in the database.
 *
 * @param row null where it couldn't be kept
 */
record KeptSeries(Verdict verdict, @Nullable SeriesRow row, @Nullable TalentRow talent) {
  static KeptSeries refused(Verdict verdict) {
    return new KeptSeries(verdict, null, null);
  }
}
