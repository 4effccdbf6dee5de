package social.greenroom.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import social.greenroom.standalone.data.Ports;
import social.greenroom.standalone.data.StartException;

/**
 * A PostgreSQL server on loopback whose data stay between runs. Every login needs a password; the
 * server syncs to disk, so that what was committed survives a power cut.
 */
public final class PostgresServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
  private static final String SUPERUSER = "postgres";
  private static final int STOP_SECONDS = 6;

  private final PostgresPrograms programs;
  private final Path data;
  private final Path log;
  private final String password;
  private int port;

  private PostgresServer(PostgresPrograms programs, Path data, Path log, String password) {
    this.programs = programs;
    this.data = data;
    this.log = log;
    this.password = password;
  }

  /**
   * Starts the server; makes its data directory on the first run, and ends a server that an
   * earlier, killed Greenroom left running on it.
   *
   * @param folder holds {@code data/}, {@code programs/}, {@code port} (the same from run to run,
   *     as long as it is free) and {@code postgres.log}
   * @param password the superuser's; set on the first run
   * @throws StartException when it can't be started
   */
  public static PostgresServer start(Path folder, String password) {
    var programs = PostgresPrograms.unpack(folder.resolve("programs"));
    var server =
        new PostgresServer(
            programs, folder.resolve("data"), folder.resolve("postgres.log"), password);
    server.initialise();
    server.endLeftover();
    server.port = Ports.remembered(folder.resolve("port"));
    server.startProgram();
    return server;
  }

  /** The address of one of its databases, without credentials. */
  public String url(String database) {
    return url(port, database);
  }

  /** The address of a database of a server that listens there. */
  public static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** Connections as the superuser, for making databases and roles; no program keeps one. */
  public DataSource superuser(String database) {
    var source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(SUPERUSER);
    source.setPassword(password);
    return source;
  }

  @Override
  public void close() {
    var result =
        run(
            STOP_SECONDS + 2,
            "pg_ctl",
            "stop",
            "-D",
            data.toString(),
            "-m",
            "fast",
            "-w",
            "-t",
            "" + STOP_SECONDS);
    if (result.code != 0) {
      LOG.log(System.Logger.Level.WARNING, "PostgreSQL didn't stop in time: {0}", result.output);
    }
  }

  private void initialise() {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      checkVersion();
      return;
    }
    try {
      if (Files.isDirectory(data) && !isEmpty(data)) {
        throw new StartException(
            "The data in %s are damaged: PG_VERSION is missing. Restore the folder from a backup, or start afresh with --reset."
                .formatted(data));
      }
      Files.createDirectories(data.getParent());
      var passwordFile = Files.createTempFile(data.getParent(), "initdb", "");
      try {
        Files.writeString(passwordFile, password, StandardCharsets.UTF_8);
        var result =
            run(
                120,
                "initdb",
                "-D",
                data.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions");
        if (result.code != 0) {
          throw new StartException(
              "PostgreSQL can't make its data directory %s: %s".formatted(data, result.output));
        }
      } finally {
        Files.delete(passwordFile);
      }
    } catch (IOException e) {
      throw new StartException(
          "The folder %s can't be written: %s. Choose another with --data."
              .formatted(data.getParent(), e.getMessage()),
          e);
    }
  }

  private void checkVersion() {
    var major = PostgresPrograms.VERSION.substring(0, PostgresPrograms.VERSION.indexOf('.'));
    try {
      var found = Files.readString(data.resolve("PG_VERSION")).strip();
      if (!found.equals(major)) {
        throw new StartException(
            "The data in %s were written by PostgreSQL %s, this Greenroom carries %s. Use the Greenroom that wrote them, or start afresh with --reset."
                .formatted(data, found, major));
      }
    } catch (IOException e) {
      throw new StartException(
          "The data in %s can't be read: %s.".formatted(data, e.getMessage()), e);
    }
  }

  /** After a kill -9 of Greenroom its PostgreSQL lives on; nothing else may use the directory. */
  private void endLeftover() {
    if (!Files.exists(data.resolve("postmaster.pid"))) {
      return;
    }
    if (run(10, "pg_ctl", "status", "-D", data.toString()).code == 0) {
      LOG.log(
          System.Logger.Level.INFO, "Ending the PostgreSQL that an earlier run left on {0}", data);
      var result = run(32, "pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30");
      if (result.code != 0) {
        throw new StartException(
            "A PostgreSQL server still runs on %s and can't be stopped. End it, then try again."
                .formatted(data));
      }
    }
  }

  private void startProgram() {
    // autovacuum and checkpoints at their defaults; memory for one machine that does other work too
    var settings =
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "shared_buffers=64MB",
            "max_connections=200",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "log_min_messages=warning",
            "log_min_error_statement=panic",
            "jit=off");
    var options = new StringBuilder();
    for (var setting : settings) {
      options.append("-c ").append(setting).append(' ');
    }
    var result =
        run(
            62,
            "pg_ctl",
            "start",
            "-D",
            data.toString(),
            "-l",
            log.toString(),
            "-o",
            options.toString(),
            "-w",
            "-t",
            "60");
    if (result.code != 0) {
      throw new StartException(
          "PostgreSQL doesn't start on %s; its own words are at the end of %s. If the data are damaged, restore them from a backup, or start afresh with --reset."
              .formatted(data, log));
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private Result run(int seconds, String program, String... arguments) {
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
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .start();
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

  private static final boolean SUPERUSER_OF_THE_MACHINE =
      "root".equals(System.getProperty("user.name"));

  private record Result(int code, String output) {}
}
