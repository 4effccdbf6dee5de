package social.greenroom.api.variant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is refused or called off. */
public record Reason(
    @NotBlank(message = "Say why, in a few words.")
        @Size(max = 2_000, message = "A reason has at most 2,000 characters.")
        String reason) {}
