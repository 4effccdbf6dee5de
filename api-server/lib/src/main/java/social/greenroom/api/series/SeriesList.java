package social.greenroom.api.series;

import java.util.List;

/**
 * Series, the next time first.
 *
 * @param mayMake true where the person may make one
 */
public record SeriesList(List<Series> items, boolean mayMake) {}
