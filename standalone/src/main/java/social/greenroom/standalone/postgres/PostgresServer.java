package social.greenroom.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import social.greenroom.standalone.data.ClaimedPort;
import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.data.Trees;

/**
 * A PostgreSQL server on loopback whose data stay between runs. Every login needs a password; the
 * server syncs to disk, so that what was committed survives a power cut.
 */
public final class PostgresServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
  private static final String SUPERUSER = "postgres";
  private static final int STOP_SECONDS = 6;
  private static final long LOOK_MILLIS = 50;

  private final Path folder;
  private final PostgresPrograms programs;
  private final Commands starting;
  private final Commands stopping;
  private final Path data;
  private final Path log;
  private final String password;
  private volatile boolean launched;
  private volatile boolean runs;
  private int port;

  private PostgresServer(Path folder, String password) {
    this.folder = folder;
    this.programs = PostgresPrograms.in(folder.resolve("programs"));
    this.starting = new Commands(programs);
    this.stopping = new Commands(programs);
    this.data = folder.resolve("data");
    this.log = folder.resolve("postgres.log");
    this.password = password;
  }

  /**
   * A server that isn't started yet, so that who closes it can do so while it starts.
   *
   * @param folder holds {@code data/}, {@code programs/}, {@code port} (the same from run to run,
   *     as long as it is free) and {@code postgres.log}
   * @param password the superuser's; set on the first run
   */
  public static PostgresServer in(Path folder, String password) {
    return new PostgresServer(folder, password);
  }

  /**
   * One that is started.
   *
   * @throws StartException when it can't be started
   */
  public static PostgresServer start(Path folder, String password) {
    var server = in(folder, password);
    server.start();
    return server;
  }

  /**
   * Starts the server; makes its data directory on the first run, and ends a server that an
   * earlier, killed Greenroom left running on it.
   *
   * @throws StartException when it can't be started, or is closed meanwhile
   */
  public void start() {
    programs.unpack();
    initialise();
    endLeftover();
    try (var claimed = ClaimedPort.remembered(folder.resolve("port"))) {
      port = claimed.number();
      startProgram();
    }
    runs = true;
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

  /** Stops the server, or its start, whatever that is at. */
  @Override
  public void close() {
    starting.end().ifPresent(this::endStart);
    if (launched && !runs) {
      // Its start was cut off, and the server may be a moment from writing down that it runs.
      waitUntil(this::hasProcess, Duration.ofSeconds(1));
    }
    if (hasProcess() && !stop("fast").succeeded()) {
      var result = stop("immediate");
      if (!result.succeeded()) {
        LOG.log(System.Logger.Level.WARNING, "PostgreSQL doesn''t stop: {0}", result.output());
      }
    }
  }

  /** Of pg_ctl the server would survive, so that is stopped instead, and pg_ctl notices. */
  private void endStart(Process program) {
    waitUntil(
        () -> {
          if (!launched) {
            program.destroy();
          } else if (hasProcess()) {
            stop("fast");
          }
          return !program.isAlive();
        },
        Duration.ofSeconds(STOP_SECONDS));
    program.destroyForcibly();
  }

  private Commands.Result stop(String mode) {
    return stopping.run(
        STOP_SECONDS + 2,
        "pg_ctl",
        "stop",
        "-D",
        data.toString(),
        "-m",
        mode,
        "-w",
        "-t",
        "" + STOP_SECONDS);
  }

  private boolean hasProcess() {
    return Files.exists(data.resolve("postmaster.pid"));
  }

  private static void waitUntil(BooleanSupplier condition, Duration longest) {
    var end = System.nanoTime() + longest.toNanos();
    try {
      while (!condition.getAsBoolean() && System.nanoTime() < end) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
      Files.createDirectories(folder);
      // What is cut off in the middle leaves only a folder of another name behind.
      var partial = folder.resolve("initialising");
      Trees.delete(partial);
      var passwordFile = Files.createTempFile(folder, "initdb", "");
      try {
        Files.writeString(passwordFile, password, StandardCharsets.UTF_8);
        var result =
            starting.run(
                120,
                "initdb",
                "-D",
                partial.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions");
        if (!result.succeeded()) {
          throw new StartException(
              "PostgreSQL can't make its data directory %s: %s".formatted(data, result.output()));
        }
        Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.delete(passwordFile);
      }
    } catch (IOException e) {
      throw new StartException(
          "The folder %s can't be written: %s. Choose another with --data."
              .formatted(folder, e.getMessage()),
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
    if (!hasProcess()) {
      return;
    }
    if (starting.run(10, "pg_ctl", "status", "-D", data.toString()).succeeded()) {
      LOG.log(
          System.Logger.Level.INFO, "Ending the PostgreSQL that an earlier run left on {0}", data);
      var result =
          starting.run(32, "pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30");
      if (!result.succeeded()) {
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
    launched = true;
    var result =
        starting.run(
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
    if (!result.succeeded()) {
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
}
