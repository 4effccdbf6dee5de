package social.greenroom.api.variant;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.ApprovalWindow;

/** The time within which an approved post may go out; an absent end is open. */
@Schema(name = "Window")
public record Window(@Nullable Instant notBefore, @Nullable Instant notAfter) {
  static @Nullable Window of(ApprovalWindow window) {
    return window.equals(ApprovalWindow.ANY)
        ? null
        : new Window(window.notBefore(), window.notAfter());
  }
}
