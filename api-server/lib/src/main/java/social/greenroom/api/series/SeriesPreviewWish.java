package social.greenroom.api.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Of which series the times are wanted; it needn't exist. */
@Schema(name = "SeriesPreviewWish")
public record SeriesPreviewWish(
    @NotNull(message = "Say in whose name: send talentId.") UUID talentId,
    @Nullable @Valid SeriesRule recurrence,
    @Nullable @Valid SeriesRepeats evergreen) {}
