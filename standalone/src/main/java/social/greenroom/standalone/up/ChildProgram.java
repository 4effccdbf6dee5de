package social.greenroom.standalone.up;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.StartException;

/**
 * A program as a process of its own, with its settings in its environment; started again when it
 * ends without having been told to, as a cluster would do.
 */
final class ChildProgram implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ChildProgram.class.getName());
  private static final int STOP_SECONDS = 6;
  private static final long PAUSE_MILLIS = 500;

  private final String name;
  private final ProcessBuilder builder;
  private final Runnable ended;
  private final BooleanSupplier stopping;
  private final Thread keeper;
  private @Nullable Process process;
  private boolean closing;

  /**
   * @param ended runs whenever its process has ended, before it is started again
   * @param stopping true once everything is being closed: Ctrl-C reaches its process too, which
   *     isn't started again then
   */
  ChildProgram(
      String name,
      List<String> command,
      Map<String, String> environment,
      File log,
      Runnable ended,
      BooleanSupplier stopping) {
    this.name = name;
    this.ended = ended;
    this.stopping = stopping;
    this.builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    this.keeper = new Thread(this::keep, "greenroom-keeper-" + name);
    keeper.setDaemon(true);
  }

  /** Starts it, unless everything is being closed. */
  void start() {
    if (launch() != null) {
      keeper.start();
    }
  }

  @Override
  public void close() {
    var last = end();
    keeper.interrupt();
    try {
      if (last != null && !last.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        last.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From here on it isn't started again; returns the process that was told to end. */
  private synchronized @Nullable Process end() {
    closing = true;
    if (process != null) {
      process.destroy();
    }
    return process;
  }

  private void keep() {
    try {
      for (var current = running(); current != null; current = launch()) {
        var code = current.waitFor();
        ended.run();
        Thread.sleep(PAUSE_MILLIS);
        if (!stopping.getAsBoolean()) {
          LOG.log(
              System.Logger.Level.WARNING,
              "{0} ended with code {1}; starting it again",
              name,
              code);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Process running() {
    return process;
  }

  /** Null when it isn't to run any more. */
  private synchronized @Nullable Process launch() {
    if (closing || stopping.getAsBoolean()) {
      return null;
    }
    try {
      process = builder.start();
      return process;
    } catch (IOException e) {
      throw new StartException("The %s can't be started: %s.".formatted(name, e.getMessage()), e);
    }
  }
}
