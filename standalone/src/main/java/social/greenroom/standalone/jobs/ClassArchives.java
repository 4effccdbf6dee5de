package social.greenroom.standalone.jobs;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * What a program's first run loaded, kept as an archive of classes for the next, which then starts
 * sooner. Java leaves an archive alone that doesn't fit, so the worst that can happen is a start
 * that takes as long as the first.
 */
final class ClassArchives {
  private static final System.Logger LOG = System.getLogger(ClassArchives.class.getName());

  /** 128 and the signals by which a JVM dies of itself: ILL, ABRT, BUS, SEGV. */
  private static final Set<Integer> CRASHES = Set.of(132, 134, 135, 139);

  /** Java says what it couldn't archive; nobody can do anything about it. */
  private static final String QUIET = "-Xlog:disable";

  private final Path folder;
  private final String edition;
  private final Set<String> beingMade = ConcurrentHashMap.newKeySet();

  /**
   * @param folder where the archives are kept; made when it isn't there
   * @param classPath of the programs; with other files on it, other archives are made
   */
  ClassArchives(Path folder, String classPath) {
    this.folder = folder;
    this.edition = edition(classPath);
  }

  /**
   * A run of the program, which uses its archive or makes it; told how the run ended, and closed.
   */
  Run run(String program) {
    var archive = folder.resolve("%s-%s.jsa".formatted(program, edition));
    if (Files.exists(archive)) {
      return new Run(
          List.of(QUIET, "-XX:SharedArchiveFile=" + archive), code -> used(archive, code));
    }
    // Of several that start at once one makes it.
    if (!folderIsThere() || !beingMade.add(program)) {
      return new Run(List.of(), code -> {});
    }
    var unfinished = folder.resolve(archive.getFileName() + ".part");
    return new Run(
        List.of(QUIET, "-XX:ArchiveClassesAtExit=" + unfinished),
        code -> {
          made(unfinished, archive, code);
          beingMade.remove(program);
        });
  }

  private boolean folderIsThere() {
    try {
      Files.createDirectories(folder);
      return true;
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "No archives in {0}: {1}", folder, e.toString());
      return false;
    }
  }

  /** One that crashed may have done so because of its archive: the next makes another. */
  private static void used(Path archive, int code) {
    if (CRASHES.contains(code)) {
      try {
        Files.deleteIfExists(archive);
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "{0} can''t be deleted: {1}", archive, e.toString());
      }
    }
  }

  /** A run that was killed leaves none, or half of one. */
  private static void made(Path unfinished, Path archive, int code) {
    try {
      if (code == 0 && Files.exists(unfinished)) {
        try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
          written.force(true);
        }
        Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "{0} isn't kept: {1}", archive, e.toString());
    }
  }

  /** Names the Java and the files, so that after a change nobody waits for an archive in vain. */
  private static String edition(String classPath) {
    var described = new ArrayList<String>();
    described.add(System.getProperty("java.home") + System.getProperty("java.vm.version"));
    for (var entry : classPath.split(File.pathSeparator, -1)) {
      var files =
          entry.endsWith("*")
              ? new File(entry.substring(0, entry.length() - 1)).listFiles()
              : new File[] {new File(entry)};
      for (var file : files == null ? new File[0] : files) {
        described.add("%s %d %d".formatted(file, file.length(), file.lastModified()));
      }
    }
    var text = String.join("\n", described.stream().sorted().toList());
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What Java is to be told before it runs the program, and what is done once it has run. */
  static final class Run implements AutoCloseable {
    private static final int NOT_TOLD = -1;

    private final List<String> options;
    private final IntConsumer end;
    private int code = NOT_TOLD;

    private Run(List<String> options, IntConsumer end) {
      this.options = options;
      this.end = end;
    }

    List<String> options() {
      return options;
    }

    /** The program ended by itself, with that exit code. */
    void ended(int exitCode) {
      code = exitCode;
    }

    @Override
    public void close() {
      end.accept(code);
    }
  }
}
