package social.greenroom.images;

import java.util.ArrayList;
import java.util.List;

/**
 * The options that a program's Java gets, which depend on its version.
 *
 * @param version the feature version: 17, 25
 */
public record JavaOptions(Program program, int version) {
  /** Where the classes' archive lies in the image. */
  public static final String ARCHIVE = "/app/classes.archive";

  private static final int WARNS_OF_NATIVE_ACCESS = 24;
  private static final int AHEAD_OF_TIME = 24;

  /** Of every start. */
  List<String> always() {
    var options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:MaxRAMPercentage=70"));
    if (program == Program.WORKER || program == Program.OPERATOR) {
      // They are busy for seconds: a better compiler would take more of them than it saves.
      options.add("-XX:TieredStopAtLevel=1");
    }
    // The container is started again; a program that lacks memory does half of its work.
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:-UsePerfData");
    options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    if (version >= WARNS_OF_NATIVE_ACCESS) {
      options.add("--enable-native-access=ALL-UNNAMED");
      options.add("--sun-misc-unsafe-memory-access=allow");
      // Java 25 warns of single entries of its cache that it makes anew; nobody can do anything.
      options.add("-Xlog:aot*=error");
    }
    return List.copyOf(options);
  }

  /** Lets a start use the archive; one that doesn't fit is left alone. */
  String use() {
    return (version >= AHEAD_OF_TIME ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + ARCHIVE;
  }

  /** Lets a start fail when the archive can't be used; nothing where Java has no such option. */
  List<String> insist() {
    return version >= AHEAD_OF_TIME ? List.of("-XX:AOTMode=on") : List.of();
  }

  /**
   * What is to be run one after the other to make the archive; the first run does the program's
   * work, and its arguments follow.
   *
   * @param file where the archive comes to lie
   */
  List<List<String>> record(String file) {
    if (version < AHEAD_OF_TIME) {
      return List.of(List.of("-XX:ArchiveClassesAtExit=" + file));
    }
    var recorded = "-XX:AOTConfiguration=" + file + ".recorded";
    return List.of(
        List.of("-XX:AOTMode=record", recorded),
        List.of("-XX:AOTMode=create", recorded, "-XX:AOTCache=" + file));
  }
}
