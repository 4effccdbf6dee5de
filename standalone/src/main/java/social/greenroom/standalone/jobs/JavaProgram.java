package social.greenroom.standalone.jobs;

import java.nio.file.Path;

/** The Java program that runs this process. */
public final class JavaProgram {
  private JavaProgram() {}

  public static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
