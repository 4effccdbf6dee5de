package social.greenroom.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.images.tar.ImageConfig;

class JavaRuntimeTest {
  @TempDir private Path root;

  @Test
  void aModuleThatOurClassesUseHasToBeThere() throws IOException {
    var application = new Application("Main", List.of(jar("greenroom-a.jar", Listens.class)));

    release("JAVA_VERSION=\"25.0.3\"\nMODULES=\"java.base java.logging\"\n");
    assertThat(JavaRuntime.of(root, config("/opt/java")).lacking(application))
        .singleElement()
        .asString()
        .contains("lacks the module jdk.httpserver");

    release("JAVA_VERSION=\"25.0.3\"\nMODULES=\"java.base jdk.httpserver\"\n");
    assertThat(JavaRuntime.of(root, config("/opt/java")).lacking(application)).isEmpty();
  }

  @Test
  void aLibrarysModulesAreNotAskedFor() throws IOException {
    release("JAVA_VERSION=\"25.0.3\"\nMODULES=\"java.base\"\n");

    var application =
        new Application(
            "Main",
            List.of(
                jar("greenroom-a.jar", JavaRuntimeTest.class), jar("library.jar", Listens.class)));

    assertThat(JavaRuntime.of(root, config("/opt/java")).lacking(application)).isEmpty();
  }

  @Test
  void aBaseWithoutJavaIsRefused() {
    assertThatThrownBy(() -> JavaRuntime.of(root, config("/opt/java")))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("no Java runtime where its JAVA_HOME says ('/opt/java')");
  }

  private Path jar(String name, Class<?> content) throws IOException {
    var jar = root.resolve(name);
    var code = content.getName().replace('.', '/') + ".class";
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar));
        var bytes = content.getClassLoader().getResourceAsStream(code)) {
      zip.putNextEntry(new ZipEntry(code));
      bytes.transferTo(zip);
    }
    return jar;
  }

  private void release(String text) throws IOException {
    Files.createDirectories(root.resolve("opt/java"));
    Files.writeString(root.resolve("opt/java/release"), text);
  }

  private static ImageConfig config(String home) {
    return new ImageConfig(
        "65532:65532", "/app", List.of("java"), Map.of("JAVA_HOME", home), Map.of(), List.of());
  }

  /** A class that only a runtime with the module jdk.httpserver can load. */
  private static final class Listens {
    HttpServer listen() throws IOException {
      return HttpServer.create(new InetSocketAddress(0), 0);
    }
  }
}
