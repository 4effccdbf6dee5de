package social.greenroom.api.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the network allows.
 *
 * @param unit what it counts: chars, weighted or graphemes
 * @param urlWeight what a link counts, where that isn't its length
 */
@Schema(name = "Limits")
public record Limits(
    int maxChars,
    @Schema(ref = "#/components/schemas/TextUnit") String unit,
    @Nullable Integer urlWeight,
    int maxImages) {}
