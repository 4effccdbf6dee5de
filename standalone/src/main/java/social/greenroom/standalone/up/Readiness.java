package social.greenroom.standalone.up;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import social.greenroom.standalone.data.StartException;

/** Waits for a program's readiness probe. */
final class Readiness {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Readiness() {}

  /**
   * Returns when the probe answers 200.
   *
   * @param program looks whether the program goes on, and throws when it doesn't
   * @throws StartException when it doesn't within the time
   */
  static void await(URI probe, Duration longest, Runnable program) throws InterruptedException {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    var end = Instant.now().plus(longest);
    while (!ready(http, probe)) {
      program.run();
      if (Instant.now().isAfter(end)) {
        throw new StartException(
            "%s isn't ready after %d s. The log tells more.".formatted(probe, longest.toSeconds()));
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static boolean ready(HttpClient http, URI probe) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
