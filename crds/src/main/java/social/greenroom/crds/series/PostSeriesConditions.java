package social.greenroom.crds.series;

/** The conditions of a series, beside the standard ones. */
public final class PostSeriesConditions {
  private PostSeriesConditions() {}

  /** True while there is a next time; otherwise its reason says why there is none. */
  public static final String SCHEDULED = "Scheduled";
}
