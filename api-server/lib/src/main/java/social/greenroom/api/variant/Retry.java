package social.greenroom.api.variant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Another try with exactly the content of this hash.
 *
 * @param confirmRepeat that it shall go out although the account said the same lately; owner only
 */
public record Retry(
    @NotNull(message = "Say which content shall be tried again: send its contentHash.")
        @Pattern(regexp = "[0-9a-f]{64}", message = "A content hash has 64 hexadecimal digits.")
        String contentHash,
    @Nullable Boolean confirmRepeat) {}
