package social.greenroom.trace;

import java.util.Optional;

/**
 * One piece of work of a trace, from when it is made until it is closed. It is made and closed on
 * one thread; what is begun on that thread meanwhile is part of it.
 */
public interface Span extends AutoCloseable {
  /** Of work that isn't traced: takes everything and does nothing. */
  static Span none() {
    return UntracedSpan.NONE;
  }

  /** What is being worked at on this thread; {@link #none} where nothing is traced. */
  static Span current() {
    return CurrentSpan.get();
  }

  /** Begins a part of what is being worked at on this thread. */
  static Span begin(String name) {
    return current().part(name);
  }

  /** Does a part of what is being worked at on this thread; one that throws has failed. */
  static <T, E extends Exception> T during(String name, Work<T, E> work) throws E {
    var span = begin(name);
    var done = false;
    try {
      var result = work.run();
      done = true;
      return result;
    } finally {
      if (!done) {
        span.failed();
      }
      span.close();
    }
  }

  /** What a span takes the time of. */
  @FunctionalInterface
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Begins a part of this work. */
  Span part(String name);

  /** Says something about the work; the last word of each kind counts. */
  Span tell(Fact fact, Object value);

  /** Marks the work as failed. The reason isn't said: it may hold what isn't for a trace. */
  void failed();

  /**
   * What another program needs to go on with this trace, as the header {@code traceparent} of the
   * W3C writes it; empty where nothing is traced.
   */
  Optional<String> traceParent();

  @Override
  void close();
}
