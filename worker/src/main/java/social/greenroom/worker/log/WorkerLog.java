package social.greenroom.worker.log;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.UsageException;

/**
 * The log of a worker that is a process of its own: a line for each record on standard output. In
 * another program's process that program's log is used.
 */
public final class WorkerLog {
  private static final String FORMAT = "GREENROOM_LOG_FORMAT";

  private WorkerLog() {}

  /**
   * Writes there from now on, in the form that the environment names.
   *
   * @throws UsageException when there is no such form
   */
  public static void open(Environment environment) throws UsageException {
    var format = environment.optional(FORMAT).orElse("plain");
    // First of all the plain one, so that a refusal is told too.
    write(new PlainLine());
    switch (format) {
      case "plain" -> {}
      case "json" -> write(new JsonLine());
      default ->
          throw new UsageException(
              "The environment variable %s has to be plain or json, not '%s'."
                  .formatted(FORMAT, format));
    }
  }

  private static void write(Formatter formatter) {
    var root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.INFO);
    root.addHandler(new StandardOutput(formatter));
  }

  /** Line by line: whoever kills the process mustn't take the last ones with it. */
  private static final class StandardOutput extends Handler {
    StandardOutput(Formatter formatter) {
      setFormatter(formatter);
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        System.out.print(getFormatter().format(entry));
        System.out.flush();
      }
    }

    @Override
    public void flush() {
      System.out.flush();
    }

    @Override
    public void close() {}
  }
}
