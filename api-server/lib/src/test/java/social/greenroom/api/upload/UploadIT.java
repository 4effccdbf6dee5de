package social.greenroom.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.testing.Agency;
import social.greenroom.api.testing.DatabaseResource;
import social.greenroom.api.testing.Person;
import social.greenroom.core.access.Role;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class UploadIT {
  @Inject ApiDatabases databases;

  @TestHTTPResource URI server;

  private Agency agency;
  private Person aurora;

  @BeforeEach
  void signIn() {
    agency = new Agency(databases);
    aurora = agency.auroraSignedIn();
  }

  @Test
  void aPictureIsKeptAndServedAsWhatItIs() throws IOException {
    var png = png();
    var url =
        aurora
            .acts()
            .contentType("image/jpeg")
            .body(png)
            .post("/api/v1/uploads?filename=rain.jpg")
            .then()
            .statusCode(201)
            .body("mediaType", equalTo("image/png"))
            .body("bytes", equalTo(png.length))
            .body("uri", containsString("media:"))
            .extract()
            .<String>path("url");

    var served =
        aurora
            .reads()
            .get(url)
            .then()
            .statusCode(200)
            .contentType("image/png")
            .header("X-Content-Type-Options", "nosniff")
            .header("Cache-Control", containsString("immutable"))
            .header("Content-Security-Policy", containsString("sandbox"))
            .extract();
    assertThat(served.asByteArray()).isEqualTo(png);
    aurora.reads().header("If-None-Match", served.header("ETag")).get(url).then().statusCode(304);
  }

  @Test
  void aPictureCanBeAttachedToARequest() throws IOException {
    var uri = upload(aurora, png()).replace("/api/v1/media/", "media:");

    aurora
        .sends(
            Map.of(
                "talentId", agency.aurora(),
                "text", "With a picture",
                "attachments", List.of(Map.of("uri", uri, "altText", "Rain"))))
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/api/v1/post-requests")
        .then()
        .statusCode(202);
    var intake = databases.tenants().in(agency.id(), s -> s.intake().waiting(1)).get(0);
    assertThat(intake.spec().attachments())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.mediaType()).isEqualTo("image/png");
              assertThat(file.altText()).isEqualTo("Rain");
            });
  }

  @Test
  void whatIsNoPictureIsRefusedByItsContent() {
    aurora
        .acts()
        .contentType("image/png")
        .body("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/uploads")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("detail", containsString("pictures are taken as JPEG"));
  }

  @Test
  void nothingAtAllIsRefused() {
    aurora.acts().contentType("image/png").post("/api/v1/uploads").then().statusCode(400);
  }

  @Test
  void anotherTenantDoesNotGetIt() throws IOException {
    var url = upload(aurora, png());

    new Agency(databases).signedIn("owner", Role.OWNER).reads().get(url).then().statusCode(404);
    agency.signedIn("editor", Role.EDITOR).reads().get(url).then().statusCode(200);
  }

  @Test
  void anotherTalentDoesNotGetIt() throws IOException {
    var url = upload(aurora, png());
    var bela = agency.signedIn("bela", Role.TALENT, agency.talent("bela"));

    bela.reads().get(url).then().statusCode(404);
  }

  @Test
  void whoUploadsWhatSomebodyElseUploadedFirstMayUseItToo() throws IOException {
    var png = png();
    var talent = agency.talent("bela");
    agency.account(talent, "bela", null);
    var bela = agency.signedIn("bela", Role.TALENT, talent);
    var url = upload(aurora, png);
    bela.reads().get(url).then().statusCode(404);

    assertThat(upload(bela, png)).isEqualTo(url);

    bela.reads().get(url).then().statusCode(200);
    aurora.reads().get(url).then().statusCode(200);
    bela.sends(
            Map.of(
                "talentId",
                talent,
                "text",
                "The same picture",
                "attachments",
                List.of(Map.of("uri", url.replace("/api/v1/media/", "media:")))))
        .header("Idempotency-Key", UUID.randomUUID())
        .post("/api/v1/post-requests")
        .then()
        .statusCode(202);
  }

  /** The second half is sent only after the first has reached the disk: so it isn't collected. */
  @Test
  void sixtyMegabytesAreStreamed() throws IOException {
    var before = arriving();
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(60_000);
      var out = new DataOutputStream(socket.getOutputStream());
      var half = 30 << 20;
      out.write(head(bigPngBytes(2L * half)));
      writeBigPng(out, half);
      out.flush();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  arriving().stream().anyMatch(it -> !before.contains(it) && size(it) > half / 2));
      writeRest(out, half);
      out.flush();
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 201");
    }
    await().untilAsserted(() -> assertThat(arriving()).isEqualTo(before));
  }

  @Test
  void tooMuchIsRefusedBeforeItIsSent() throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head(90_000_000));
      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
  }

  private static String upload(Person person, byte[] picture) {
    return person
        .acts()
        .contentType("image/png")
        .body(picture)
        .post("/api/v1/uploads")
        .then()
        .statusCode(201)
        .extract()
        .path("url");
  }

  private byte[] head(long length) {
    return """
    POST /api/v1/uploads?filename=big.png HTTP/1.1
    Host: %s:%d
    Cookie: greenroom_session=%s
    X-CSRF-Token: %s
    Content-Type: image/png
    Content-Length: %d
    Connection: close

    """
        .formatted(server.getHost(), server.getPort(), aurora.cookie(), aurora.csrfToken(), length)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static long bigPngBytes(long pixels) {
    return 8 + 25 + 12 + pixels + 12;
  }

  private static void writeBigPng(DataOutputStream out, int half) throws IOException {
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    out.writeInt(13);
    out.writeBytes("IHDR");
    out.writeInt(4000);
    out.writeInt(4000);
    out.write(new byte[] {8, 2, 0, 0, 0, 0, 0, 0, 0});
    out.writeInt(2 * half);
    out.writeBytes("IDAT");
    out.write(new byte[half]);
  }

  private static void writeRest(DataOutputStream out, int half) throws IOException {
    out.write(new byte[half]);
    out.writeInt(0);
    out.writeInt(0);
    out.writeBytes("IEND");
    out.writeInt(0);
  }

  private static List<Path> arriving() {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("greenroom-upload"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static byte[] png() throws IOException {
    var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(1, 1, (int) System.nanoTime());
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }
}
