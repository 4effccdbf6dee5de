package social.greenroom.api.variant;

import jakarta.validation.constraints.NotNull;

/**
 * A new time.
 *
 * @param version the version that is moved
 */
public record Reschedule(
    int version, @NotNull(message = "Say when it shall go out.") PublishTime publishAt) {}
