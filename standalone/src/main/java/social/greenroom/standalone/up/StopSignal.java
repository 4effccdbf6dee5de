package social.greenroom.standalone.up;

/**
 * Ctrl-C and SIGTERM close everything in order, whether it runs or is still being started; the
 * JVM's shutdown waits for that.
 */
final class StopSignal {
  private StopSignal() {}

  static void closes(Foundation foundation) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!foundation.closing()) {
                    System.out.println("Stopping.");
                  }
                  foundation.close();
                },
                "greenroom-stop"));
  }
}
