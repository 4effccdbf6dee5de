package social.greenroom.api.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A series as it shall be from now on. Its talent, its kind and its post stay.
 *
 * @param version the version the change was made from
 */
@Schema(name = "SeriesChange")
public record SeriesChange(
    int version,
    @Nullable @Size(max = 8_000, message = "A text has at most 8,000 characters; shorten it.")
        String text,
    @Nullable
        @Size(
            max = 50,
            message = "A series names at most 50 accounts; leave some out, or send none for all.")
        List<@NotNull(message = "An account's id is missing.") UUID> accountIds,
    @Nullable
        @Size(max = 2_048, message = "A link has at most 2,048 characters.")
        @Pattern(regexp = "https?://\\S+", message = "A link begins with https:// or http://.")
        String link,
    @Nullable @Valid SeriesRule recurrence,
    @Nullable @Valid SeriesRepeats evergreen) {
  SeriesWish wish() {
    return new SeriesWish(text, accountIds, link, recurrence, evergreen);
  }
}
