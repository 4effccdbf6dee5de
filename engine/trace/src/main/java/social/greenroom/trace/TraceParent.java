package social.greenroom.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent}, version 00, of the W3C's recommendation "Trace Context". */
final class TraceParent {
  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  private TraceParent() {}

  static String write(SpanContext context) {
    return "00-%s-%s-%s"
        .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex());
  }

  /** Empty when it is no such header. */
  static Optional<Context> read(@Nullable String written) {
    var form = FORM.matcher(written == null ? "" : written);
    if (!form.matches()) {
      return Optional.empty();
    }
    var context =
        SpanContext.createFromRemoteParent(
            form.group(1),
            form.group(2),
            TraceFlags.fromHex(form.group(3), 0),
            TraceState.getDefault());
    return context.isValid()
        ? Optional.of(Context.root().with(Span.wrap(context)))
        : Optional.empty();
  }
}
