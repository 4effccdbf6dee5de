package social.greenroom.api.series;

import java.util.List;

/** Series, the next time first. */
public record SeriesList(List<Series> items) {}
