package social.greenroom.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.StartException;

/** Runs PostgreSQL's programs, one at a time, until it is told to begin no more of them. */
final class Commands {
  private static final boolean SUPERUSER_OF_THE_MACHINE =
      "root".equals(System.getProperty("user.name"));

  private final PostgresPrograms programs;
  private @Nullable Process last;
  private boolean ended;

  Commands(PostgresPrograms programs) {
    this.programs = programs;
  }

  /**
   * How a program ended.
   *
   * @param code its exit code; -1 when it didn't end in time
   * @param output what it wrote
   */
  record Result(int code, String output) {
    boolean succeeded() {
      return code == 0;
    }
  }

  /**
   * Runs the program to its end.
   *
   * @param seconds after which it is killed
   * @throws StartException when it can't be run, or after {@link #end}
   */
  Result run(int seconds, String program, String... arguments) {
    var command = new ArrayList<String>();
    if (SUPERUSER_OF_THE_MACHINE) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it isn't.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.program(program).toString());
    command.addAll(List.of(arguments));
    try {
      // The output goes to a file: pg_ctl's server would keep a pipe open for as long as it lives.
      var output = Files.createTempFile("greenroom-" + program, ".out");
      try {
        var process =
            begin(
                new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile()));
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return new Result(-1, "no answer within %d s".formatted(seconds));
        }
        return new Result(process.exitValue(), Files.readString(output).strip());
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new StartException(
          "PostgreSQL's %s can't be run: %s.".formatted(program, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(-1, "interrupted");
    }
  }

  private synchronized Process begin(ProcessBuilder program) throws IOException {
    if (ended) {
      throw new StartException("PostgreSQL was told to stop.");
    }
    last = program.start();
    return last;
  }

  /** From here on none is begun; returns the one that still runs. */
  synchronized Optional<Process> end() {
    ended = true;
    return Optional.ofNullable(last).filter(Process::isAlive);
  }
}
