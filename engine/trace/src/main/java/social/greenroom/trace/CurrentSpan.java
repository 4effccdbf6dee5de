package social.greenroom.trace;

import org.jspecify.annotations.Nullable;

/** The span of each thread. */
final class CurrentSpan {
  private static final ThreadLocal<@Nullable Span> CURRENT = new ThreadLocal<>();

  private CurrentSpan() {}

  static Span get() {
    var current = CURRENT.get();
    return current == null ? UntracedSpan.NONE : current;
  }

  static void set(Span span) {
    if (span == UntracedSpan.NONE) {
      CURRENT.remove();
    } else {
      CURRENT.set(span);
    }
  }
}
