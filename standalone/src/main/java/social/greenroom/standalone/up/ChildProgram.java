package social.greenroom.standalone.up;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
  private final Thread keeper;
  private volatile boolean closing;
  private volatile Process process;

  private ChildProgram(String name, ProcessBuilder builder, Runnable ended) {
    this.name = name;
    this.ended = ended;
    this.builder = builder;
    this.process = launch();
    this.keeper = new Thread(this::keep, "greenroom-keeper-" + name);
    keeper.setDaemon(true);
  }

  /**
   * @param ended runs whenever its process has ended, before it is started again
   */
  static ChildProgram start(
      String name,
      List<String> command,
      Map<String, String> environment,
      File log,
      Runnable ended) {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    var child = new ChildProgram(name, builder, ended);
    child.keeper.start();
    return child;
  }

  @Override
  public void close() {
    closing = true;
    keeper.interrupt();
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    try {
      while (!closing) {
        var code = process.waitFor();
        ended.run();
        if (!closing) {
          LOG.log(
              System.Logger.Level.WARNING,
              "{0} ended with code {1}; starting it again",
              name,
              code);
          Thread.sleep(PAUSE_MILLIS);
          process = launch();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new StartException("The %s can't be started: %s.".formatted(name, e.getMessage()), e);
    }
  }
}
