package social.greenroom.api.series;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time that a series would have.
 *
 * @param offset the talent's distance from UTC then, such as {@code +02:00}
 * @param note what the clocks' change does to it, where it does something
 */
@Schema(name = "PreviewedTime")
public record PreviewedTime(Instant at, String offset, @Nullable String note) {}
