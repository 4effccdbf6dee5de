package social.greenroom.channels.mastodon;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.outgoing.Pictures.Picture;

/** Uploads a picture with its alternative text, and waits until the instance has processed it. */
record MediaUpload(MastodonApi api) {
  private static final int CHECKS = 30;
  private static final Duration BETWEEN = Duration.ofMillis(500);

  /** The id under which a status can attach the picture. */
  String send(Picture picture) throws NetworkFailure {
    try {
      var boundary = "greenroom-" + UUID.randomUUID();
      var body =
          BodyPublishers.concat(
              BodyPublishers.ofString(opening(boundary, picture), StandardCharsets.UTF_8),
              BodyPublishers.ofFile(picture.file()),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
      var answer = api.upload("/api/v2/media", "multipart/form-data; boundary=" + boundary, body);
      var id = answer.path("id").asText("");
      if (id.isEmpty()) {
        throw NetworkFailure.unsent("Mastodon didn't take a picture; nothing was sent.");
      }
      if (answer.path("url").isNull()) {
        awaitProcessing(id);
      }
      return id;
    } catch (FileNotFoundException e) {
      throw NetworkFailure.unsent("A picture couldn't be read; nothing was sent.");
    } catch (NetworkFailure e) {
      throw e.whilePreparing();
    }
  }

  private static String opening(String boundary, Picture picture) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\"description\"\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        + picture.media().altText()
        + "\r\n--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
        + picture.fileName()
        + "\"\r\nContent-Type: "
        + picture.media().mediaType()
        + "\r\n\r\n";
  }

  private void awaitProcessing(String id) throws NetworkFailure {
    for (int i = 0; i < CHECKS; i++) {
      if (api.ready("/api/v1/media/" + id)) {
        return;
      }
      pause();
    }
    throw NetworkFailure.unsent("Mastodon hasn't finished processing a picture; nothing was sent.");
  }

  private static void pause() throws NetworkFailure {
    try {
      TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NetworkFailure.unsent("We were stopped before the post was sent.");
    }
  }
}
