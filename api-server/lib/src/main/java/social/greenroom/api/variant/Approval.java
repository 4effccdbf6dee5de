package social.greenroom.api.variant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A yes to exactly the content with this hash.
 *
 * @param publishAt {@code now} or an instant; absent for the next free slot
 * @param confirmRepeat that it shall go out although the account said the same lately; owner only
 * @param window the time within which it may go out; absent for any time
 */
@Schema(name = "Approval")
public record Approval(
    @NotNull(message = "Say which content you approve: send its contentHash.")
        @Pattern(regexp = "[0-9a-f]{64}", message = "A content hash has 64 hexadecimal digits.")
        String contentHash,
    @Schema(description = "`now` or an instant; absent for the next free slot")
        @Nullable PublishTime publishAt,
    @Nullable Window window,
    @Nullable Boolean confirmRepeat) {}
