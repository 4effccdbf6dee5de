package social.greenroom.api.variant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person found at the network, where the program couldn't tell.
 *
 * @param version the version that was looked at
 * @param published whether the post is there
 * @param remoteId its id there, where it is one of the candidates
 * @param remoteUrl its address there, if it is
 */
public record Settlement(
    @NotNull(message = "Say which version you looked at: send its version.") Integer version,
    boolean published,
    @Nullable @Size(max = 500, message = "An id has at most 500 characters.") String remoteId,
    @Nullable
        @Size(max = 2_048, message = "A link has at most 2,048 characters.")
        @Pattern(regexp = "https?://\\S+", message = "A link begins with https:// or http://.")
        String remoteUrl) {}
