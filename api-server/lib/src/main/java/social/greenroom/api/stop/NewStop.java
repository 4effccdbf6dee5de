package social.greenroom.api.stop;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What shall be stopped: the account if one is named, else the talent, else the whole agency.
 *
 * @param kind {@code panic}, which a talent alone may press for themselves, or {@code pause}
 * @param reason in one's own words; others read it
 */
@Schema(name = "NewStop")
public record NewStop(
    @NotNull(message = "Say what kind of stop it is: panic or pause.")
        @Pattern(regexp = "panic|pause", message = "A stop is a panic or a pause.")
        @Schema(enumeration = {"panic", "pause"})
        String kind,
    @Nullable UUID talentId,
    @Nullable UUID accountId,
    @Nullable @Size(max = 500, message = "A reason has at most 500 characters; shorten it.")
        String reason) {
  boolean panic() {
    return kind.equals("panic");
  }

  String words() {
    return reason == null ? "" : reason.strip();
  }
}
