package social.greenroom.api.variant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of a network's limit the longest part of a post uses.
 *
 * @param unit what the network counts: chars, weighted or graphemes
 */
@Schema(name = "Count")
public record Count(
    int used, int max, @Schema(ref = "#/components/schemas/TextUnit") String unit) {}
