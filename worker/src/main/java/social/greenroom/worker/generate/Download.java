package social.greenroom.worker.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import social.greenroom.core.egress.EgressRefusedException;
import social.greenroom.core.egress.GuardedHttpClient;
import social.greenroom.media.probe.MediaRefusedException;

/**
 * Fetches one file from an address that a person gave. How often it may be passed on, how much may
 * come and how long that may take are limited.
 *
 * @param field what names the address, for sentences
 * @param patience for an answer to begin, and again for its last byte
 */
record Download(GuardedHttpClient client, String field, Duration patience) {
  private static final int MOST_REDIRECTS = 5;
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final Set<Integer> PASSED_ON = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> FOR_NOW = Set.of(408, 425, 429);

  /**
   * Writes what the address answers into the file.
   *
   * @return the content's SHA-256
   * @throws MediaRefusedException with a sentence, when it's useless to try again
   * @throws AttachmentUnreachableException with a sentence, when that may help
   */
  String fetch(URI address, long maxBytes, Path file)
      throws IOException, MediaRefusedException, InterruptedException {
    var next = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      var response = get(next);
      try (var body = response.body()) {
        if (response.statusCode() == 200) {
          return write(body, maxBytes, file);
        }
      }
      next = passedOn(response);
    }
    throw new MediaRefusedException(
        "%s: the address is passed on more than %d times; give the file's own."
            .formatted(field, MOST_REDIRECTS));
  }

  private HttpResponse<InputStream> get(URI address)
      throws IOException, MediaRefusedException, InterruptedException {
    try {
      var request = HttpRequest.newBuilder(address).timeout(patience).GET().build();
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (EgressRefusedException e) {
      throw new MediaRefusedException("%s: %s".formatted(field, e.why()));
    } catch (IllegalArgumentException e) {
      throw new MediaRefusedException(
          field
              + ": it isn't an address that can be called; give one such as https://example.com.");
    } catch (IOException e) {
      throw unreachable(address, "couldn't be reached");
    }
  }

  /** Where the answer points, unless it is a refusal. */
  private URI passedOn(HttpResponse<InputStream> response)
      throws MediaRefusedException, AttachmentUnreachableException {
    int status = response.statusCode();
    var location = response.headers().firstValue("Location");
    if (PASSED_ON.contains(status) && location.isPresent()) {
      try {
        return response.uri().resolve(location.get());
      } catch (IllegalArgumentException e) {
        throw new MediaRefusedException(
            field + ": the address is passed on to one that can't be read; give the file's own.");
      }
    }
    if (status >= 500 || FOR_NOW.contains(status)) {
      throw unreachable(response.uri(), "answers with HTTP " + status);
    }
    throw new MediaRefusedException(
        "%s: %s answers with HTTP %d; give an address at which anybody can read the file."
            .formatted(field, response.uri().getHost(), status));
  }

  private String write(InputStream body, long maxBytes, Path file)
      throws IOException, MediaRefusedException {
    // A server that sends a byte now and then would hold the Job until its deadline.
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> close(body));
    var digest = sha256();
    long total = 0;
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[BUFFER_BYTES];
      for (int read = next(body, buffer); read >= 0; read = next(body, buffer)) {
        total += read;
        if (total > maxBytes) {
          throw new MediaRefusedException(
              "%s: the file there is larger than %,d bytes, the most that is taken of it; declare its size in bytes, or give a smaller one."
                  .formatted(field, maxBytes));
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private int next(InputStream body, byte[] buffer) throws AttachmentUnreachableException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new AttachmentUnreachableException(
          field + ": the file there ended before it was complete; see that it can be read whole.");
    }
  }

  private AttachmentUnreachableException unreachable(URI address, String what) {
    return new AttachmentUnreachableException(
        "%s: %s %s; see that it can be reached.".formatted(field, address.getHost(), what));
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
