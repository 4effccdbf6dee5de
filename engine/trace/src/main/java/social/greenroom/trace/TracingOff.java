package social.greenroom.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Traces nothing. */
enum TracingOff implements Tracing {
  OFF;

  @Override
  public boolean on() {
    return false;
  }

  @Override
  public Span start(String name) {
    return UntracedSpan.NONE;
  }

  @Override
  public Span resume(String name, @Nullable String traceParent, @Nullable Instant began) {
    return UntracedSpan.NONE;
  }

  @Override
  public void close() {}
}
