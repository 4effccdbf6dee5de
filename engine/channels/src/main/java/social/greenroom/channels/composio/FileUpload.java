package social.greenroom.channels.composio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.outgoing.Pictures.Picture;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.channels.transfer.HttpTransfer;
import social.greenroom.core.channel.AccountAccess;

/** Hands files to Composio for tools that take one: asks for an address, then sends the bytes. */
public final class FileUpload {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/v3/files/upload/request";

  private final HttpTransfer http;
  private final ChannelSettings settings;
  private final Clock clock;

  public FileUpload(HttpTransfer http, ChannelSettings settings, Clock clock) {
    this.http = http;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Uploads a picture for a tool.
   *
   * @return the file as the tool's argument
   */
  public Map<String, Object> send(
      AccountAccess account, String toolkit, String tool, Picture picture) throws NetworkFailure {
    var name = picture.fileName();
    var type = picture.media().mediaType();
    var wish =
        Map.of(
            "md5", md5(picture.file()),
            "filename", name,
            "mimetype", type,
            "tool_slug", tool,
            "toolkit_slug", toolkit);
    try {
      var request =
          HttpRequest.newBuilder(URI.create(account.endpoint()).resolve(PATH))
              .timeout(settings.call())
              .header("x-api-key", account.secret())
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(wish)))
              .build();
      var response = http.exchange(request);
      http.demandSuccess(response, "", clock.instant());
      var slot = JSON.readTree(response.body());
      put(slot.path("new_presigned_url").asText(""), type, picture.file());
      return Map.of("name", name, "mimetype", type, "s3key", slot.path("key").asText(""));
    } catch (JsonProcessingException e) {
      throw NetworkFailure.unsent("The upload of a picture was answered in a way we can't read.");
    }
  }

  /** Sends a file's bytes to an address that was given for it. */
  public void put(String address, String mediaType, Path file) throws NetworkFailure {
    try {
      var uri = URI.create(address);
      if (uri.getHost() == null) {
        throw NetworkFailure.unsent("No address was given for the upload of a picture.");
      }
      var request =
          HttpRequest.newBuilder(uri)
              .timeout(settings.upload())
              .header("Content-Type", mediaType)
              .PUT(BodyPublishers.ofFile(file))
              .build();
      http.demandSuccess(http.exchange(request), "", clock.instant());
    } catch (IllegalArgumentException | IOException e) {
      throw NetworkFailure.unsent("A picture couldn't be uploaded; nothing was sent.");
    }
  }

  private static String md5(Path file) throws NetworkFailure {
    try (InputStream in = Files.newInputStream(file);
        var digesting = new DigestInputStream(in, MessageDigest.getInstance("MD5"))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (IOException e) {
      throw NetworkFailure.unsent("A picture couldn't be read; nothing was sent.");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
