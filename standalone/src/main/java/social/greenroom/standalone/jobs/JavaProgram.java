package social.greenroom.standalone.jobs;

import java.nio.file.Path;

/** The Java program that runs this process. */
public final class JavaProgram {
  private JavaProgram() {}

  /** Makes a plain program log as Quarkus' programs do. */
  public static final String LOG_MANAGER =
      "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

  public static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
