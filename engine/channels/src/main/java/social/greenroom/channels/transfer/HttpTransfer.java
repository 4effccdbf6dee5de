package social.greenroom.channels.transfer;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import social.greenroom.channels.failure.HttpRefusal;
import social.greenroom.channels.failure.IoTrouble;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.egress.GuardedHttpClient;

/** Sends one HTTP request, once, and tells what its failure means. Redirects aren't followed. */
public final class HttpTransfer {
  private final GuardedHttpClient client;
  private final String whom;
  private final String field;

  /**
   * Calls {@code whom}.
   *
   * @param whom the network's name, for sentences
   * @param field what names the addresses that are called, for sentences
   */
  public HttpTransfer(GuardedHttpClient client, String whom, String field) {
    this.client = client;
    this.whom = whom;
    this.field = field;
  }

  /** The answer, whatever its status. */
  public HttpResponse<String> exchange(HttpRequest request) throws NetworkFailure {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NetworkFailure.lost("We were stopped before " + whom + " answered.");
    } catch (IOException | RuntimeException e) {
      throw IoTrouble.of(e, whom, field);
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
