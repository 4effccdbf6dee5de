package social.greenroom.channels.transfer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import social.greenroom.channels.failure.HttpRefusal;
import social.greenroom.channels.failure.IoTrouble;
import social.greenroom.channels.failure.NetworkFailure;

/** Sends one HTTP request, once, and tells what its failure means. Redirects aren't followed. */
public final class HttpTransfer {
  private final HttpClient client;
  private final String whom;

  /**
   * Calls {@code whom}.
   *
   * @param whom the network's name, for sentences
   */
  public HttpTransfer(HttpClient client, String whom) {
    this.client = client;
    this.whom = whom;
  }

  /** The answer, whatever its status. */
  public HttpResponse<String> exchange(HttpRequest request) throws NetworkFailure {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NetworkFailure.lost("We were stopped before " + whom + " answered.");
    } catch (IOException | RuntimeException e) {
      throw IoTrouble.of(e, whom);
    }
  }

  /** Stops the caller for an answer that isn't a success. */
  public void demandSuccess(HttpResponse<String> response, String words, Instant now)
      throws NetworkFailure {
    if (response.statusCode() / 100 != 2) {
      throw new HttpRefusal(whom, response.statusCode(), response.headers(), words).failure(now);
    }
  }
}
