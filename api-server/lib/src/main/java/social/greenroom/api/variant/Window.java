package social.greenroom.api.variant;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.ApprovalWindow;

/** The time within which an approved post may go out; an absent end is open. */
@Schema(name = "Window")
public record Window(@Nullable Instant notBefore, @Nullable Instant notAfter) {
  /** What holds: the approval's window, and the request's latest time in any case; null for any. */
  static @Nullable Window of(ApprovalWindow window, @Nullable Instant latest) {
    var until = earlier(window.notAfter(), latest);
    return window.notBefore() == null && until == null
        ? null
        : new Window(window.notBefore(), until);
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
