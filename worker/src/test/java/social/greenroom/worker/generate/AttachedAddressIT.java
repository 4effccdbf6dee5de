package social.greenroom.worker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.Origin;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.sandbox.Sandbox;
import social.greenroom.sandbox.SandboxConfig;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.Attachment;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.Worker;
import social.greenroom.worker.testing.Agency;

/** The generate Job with attachments that are named by an address. */
class AttachedAddressIT {
  private static final String ALLOW = "GREENROOM_EGRESS_ALLOW";
  private static final byte[] PICTURE = picture();

  private static TestDatabase database;
  private static Sandbox sandbox;

  private final AtomicInteger fetched = new AtomicInteger();
  @TempDir Path folder;
  private HttpServer server;
  private Agency agency;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    sandbox = Sandbox.start(SandboxConfig.local());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
    database.close();
  }

  @BeforeEach
  void setUp(TestInfo test) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/picture", 200, PICTURE, null);
    answer(
        "/page", 200, "<html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8), null);
    answer("/moved", 302, new byte[0], "/picture");
    answer("/inside", 302, new byte[0], "http://169.254.169.254/latest/meta-data");
    answer("/around", 307, new byte[0], "/around");
    answer("/gone", 404, new byte[0], null);
    server.start();
    agency =
        new Agency(database, "a" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
    agency.environment().put("GREENROOM_MODEL_URL", sandbox.baseUrl() + "/model");
    agency.environment().put("GREENROOM_MODEL_KEY", "sandbox");
    agency.environment().put(ALLOW, "127.0.0.1:" + server.getAddress().getPort());
    agency.act(session -> session.accounts().remove(agency.tenant().accountId()));
    agency.account(Platform.MASTODON, "mastodon", "https://network.example", "token");
  }

  @AfterEach
  void shutDown() {
    server.stop(0);
  }

  @Test
  void aPrivateAddressIsNotFetchedUnlessItIsAllowed() {
    agency.environment().remove(ALLOW);
    var request = request(of("/picture"));
    assertThat(generate(request)).isEqualTo(2);
    assertThat(row(request).stage()).isEqualTo(Stage.FAILED);
    assertThat(row(request).message())
        .startsWith("attachments[0].uri: the host 127.0.0.1 leads to a loopback address")
        .contains("greenroom.egress.allow");
    assertThat(fetched).hasValue(0);
  }

  @Test
  void aPictureIsFetchedIntoTheStoreAndDrafted() {
    var request =
        request(
            new Attachment(
                url("/moved"), sha256(PICTURE), "image/png", (long) PICTURE.length, "The lab"));
    assertThat(generate(request)).as(row(request).message()).isZero();
    assertThat(row(request).stage()).isEqualTo(Stage.RENDERING);
    assertThat(variants(request)).hasSize(1);
    assertThat(stored()).isTrue();
  }

  @Test
  void anotherRunFindsItInTheStore() {
    var attachment = new Attachment(url("/picture"), sha256(PICTURE), null, null, null);
    agency.environment().put("GREENROOM_MODEL_URL", "http://127.0.0.1:9/model");
    var request = request(attachment);
    assertThat(generate(request)).isEqualTo(1);
    assertThat(fetched).hasValue(1);

    server.stop(0);
    agency.environment().put("GREENROOM_MODEL_URL", sandbox.baseUrl() + "/model");
    assertThat(generate(request)).as(row(request).message()).isZero();
    assertThat(generate(request)).isZero();
    assertThat(variants(request)).hasSize(1);
  }

  @Test
  void aServerThatIsAwayIsTriedAgainAndSaysSo() {
    var attachment = of("/later");
    answer("/later", 503, new byte[0], null);
    var request = request(attachment);
    assertThat(generate(request)).isEqualTo(1);
    assertThat(row(request).stage()).isEqualTo(Stage.ANALYZING);
    assertThat(row(request).message())
        .isEqualTo(
            "attachments[0].uri: 127.0.0.1 answers with HTTP 503; see that it can be reached.");

    server.removeContext("/later");
    answer("/later", 200, PICTURE, null);
    assertThat(generate(request)).isZero();
    assertThat(variants(request)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /picture | 0 |      | image/jpeg | attachments[0].mediaType: it says image/jpeg, but the file's is image/png
          /picture | 1 |      |            | attachments[0].bytes: it says
          /picture | -1 |     |            | attachments[0].uri: the file there is larger than
          /picture | 0 | 00   |            | attachments[0].sha256: it says 0000
          /page    | 0 |      |            | attachments[0]: The file is a web page
          /gone    | 0 |      |            | attachments[0].uri: 127.0.0.1 answers with HTTP 404
          /inside  | 0 |      |            | attachments[0].uri: the host 169.254.169.254 leads to a link-local address
          /around  | 0 |      |            | attachments[0].uri: the address is passed on more than 5 times
          """)
  void whatIsNotWhatItShouldBeFailsWithASentenceAndIsNotKept(
      String path, int more, @Nullable String hash, @Nullable String type, String sentence) {
    var request =
        request(
            new Attachment(
                url(path),
                hash == null ? null : hash.repeat(32),
                type,
                more == 0 ? null : (long) PICTURE.length + more,
                null));
    assertThat(generate(request)).isEqualTo(2);
    assertThat(row(request).stage()).isEqualTo(Stage.FAILED);
    assertThat(row(request).message()).startsWith(sentence).endsWith(".");
    assertThat(stored()).isFalse();
    assertThat(variants(request)).isEmpty();
  }

  private void answer(String path, int status, byte[] body, @Nullable String location) {
    server.createContext(
        path,
        exchange -> {
          fetched.incrementAndGet();
          if (location != null) {
            exchange.getResponseHeaders().add("Location", location);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private Attachment of(String path) {
    return new Attachment(url(path), null, null, null, null);
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  private boolean stored() {
    return new FileMediaStore(folder.resolve("media")).exists(agency.id(), sha256(PICTURE));
  }

  private int generate(RequestRow request) {
    return Worker.run(
        List.of("generate", "--request", request.id().toString()), agency.environment());
  }

  private RequestRow request(Attachment attachment) {
    return database
        .tenants()
        .in(
            agency.id(),
            session ->
                session
                    .requests()
                    .remember(
                        new NewRequest(
                            agency.tenant().talentId(),
                            "agency",
                            "request-" + System.nanoTime(),
                            "0".repeat(64),
                            "uid",
                            Origin.GITOPS,
                            "We open the lab on Friday evening and everybody may come.",
                            null,
                            List.of(),
                            null,
                            null,
                            List.of(attachment),
                            List.of()))
                    .request());
  }

  private RequestRow row(RequestRow request) {
    return database
        .tenants()
        .in(agency.id(), session -> session.requests().find(request.id()).orElseThrow());
  }

  private List<VariantRow> variants(RequestRow request) {
    return database
        .tenants()
        .in(agency.id(), session -> session.variants().ofRequest(request.id()));
  }

  private static byte[] picture() {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
