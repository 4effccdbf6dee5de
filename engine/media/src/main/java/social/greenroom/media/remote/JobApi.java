package social.greenroom.media.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import social.greenroom.core.egress.Exchange;
import social.greenroom.core.media.MediaDeniedException;

/**
 * The part of the API server that is there for Jobs. Every call may be made again without harm, so
 * one that fails for want of a connection, or because the server is busy or just starting, is: for
 * about a quarter of a minute, long enough for a restart.
 */
public final class JobApi {
  /** Where it is, below the API server's own address. */
  private static final String PATH = "/api/v1/internal/";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One for all: each would have threads of its own, and Jobs may share a JVM. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  private final String base;
  private final String token;
  private final Patience patience;

  /**
   * @param server the API server's address, for example {@code http://api-server:8080}
   */
  public JobApi(URI server, String token) {
    this(server, token, Patience.DEFAULT);
  }

  /** One for a Job that has a time to keep: it soon says that the server is away. */
  public static JobApi hurried(URI server, String token) {
    return new JobApi(server, token, Patience.SHORT);
  }

  JobApi(URI server, String token, Patience patience) {
    this.base = server.toString().replaceFirst("/+$", "") + PATH;
    this.token = token;
    this.patience = patience;
  }

  /** The text at that path, JSON as a rule. */
  public String get(String path) throws IOException {
    return checked(send(request(path).GET(), text())).body();
  }

  /** Streams what is at that path into the file. */
  public void download(String path, Path file) throws IOException {
    checked(send(request(path).GET(), into(file)));
  }

  /** True when something is at that path. */
  public boolean exists(String path) throws IOException {
    var answer = send(request(path).method("HEAD", BodyPublishers.noBody()), text());
    return answer.status() != 404 && checked(answer).status() == 200;
  }

  /** Streams the file to that path. */
  public void put(String path, Path file) throws IOException {
    var request =
        request(path)
            .header("Content-Type", "application/octet-stream")
            .PUT(BodyPublishers.ofFile(file));
    checked(send(request, text()));
  }

  /** Sends JSON to that path. */
  public void post(String path, String json) throws IOException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    checked(send(request, text()));
  }

  private record Answer(int status, String body) {
    boolean worthAnotherTry() {
      return status == 429 || status >= 500;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder builder, BodyHandler<String> handler) {
    var request = builder.build();
    return patience.insist(
        left -> {
          var response = Exchange.within(left, CLIENT.sendAsync(request, handler));
          var answer = new Answer(response.statusCode(), response.body());
          if (answer.worthAnotherTry()) {
            throw new IOException("it answered with status " + answer.status());
          }
          return answer;
        });
  }

  private static Answer checked(Answer answer) throws IOException {
    return switch (answer.status()) {
      case 200, 201, 204 -> answer;
      case 404 -> throw new NoSuchFileException(detail(answer));
      case 401, 403 ->
          throw new MediaDeniedException(
              "The API server refused the Job's token: " + detail(answer));
      default -> throw new IOException(detail(answer));
    };
  }

  /** The sentence of an RFC 9457 problem. */
  private static String detail(Answer answer) {
    try {
      var detail = JSON.readTree(answer.body()).path("detail").asText();
      if (!detail.isEmpty()) {
        return detail;
      }
    } catch (JsonProcessingException e) {
      // Then a proxy answered, and its page says nothing to us.
    }
    return "The API server answered with status %d.".formatted(answer.status());
  }

  private static BodyHandler<String> text() {
    return info -> BodySubscribers.ofString(UTF_8);
  }

  private static BodyHandler<String> into(Path file) {
    return info ->
        info.statusCode() == 200
            ? BodySubscribers.mapping(BodySubscribers.ofFile(file), path -> "")
            : BodySubscribers.ofString(UTF_8);
  }
}
