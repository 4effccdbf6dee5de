package social.greenroom.api.series;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a series would come.
 *
 * @param timeZone the talent's
 * @param times the next five at most, the next one first
 */
@Schema(name = "SeriesPreview")
public record SeriesPreview(String timeZone, List<PreviewedTime> times) {}
