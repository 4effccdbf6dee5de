package social.greenroom.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import social.greenroom.images.tar.ImageTar;

/** An image of a few files that keeps every rule of the operator's, until it is told otherwise. */
public final class TestImage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> config = new LinkedHashMap<>();
  private final ByteArrayOutputStream layer = new ByteArrayOutputStream();
  private final TarArchiveOutputStream files = new TarArchiveOutputStream(layer);

  public TestImage() {
    config.put("User", "10001:10001");
    config.put("WorkingDir", "/app");
    config.put("Entrypoint", List.of("java", "-cp", "@/app/class-path", "Main"));
    config.put("Env", List.of("PATH=/opt/java/bin", "JAVA_HOME=/opt/java"));
    config.put("ExposedPorts", Map.of("8081/tcp", Map.of()));
    var labels = new HashMap<String, String>();
    for (var label : List.of("title", "description", "version", "licenses")) {
      labels.put("org.opencontainers.image." + label, "some");
    }
    config.put("Labels", labels);
    file("app/class-path", "/app/program/greenroom-a.jar");
    file("app/LICENSE", "Apache");
    file("app/program/greenroom-a.jar", jar("a/A.class", "code"));
    entry("tmp/", 01777, 0, new byte[0]);
  }

  public TestImage with(String field, Object value) {
    config.put(field, value);
    return this;
  }

  public TestImage file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public TestImage file(String path, byte[] content) {
    return entry(path, 0644, 0, content);
  }

  public TestImage entry(String path, int mode, int owner, byte[] content) {
    var entry = new TarArchiveEntry(path);
    entry.setSize(content.length);
    entry.setMode(mode | (path.endsWith("/") ? TarArchiveEntry.DEFAULT_DIR_MODE & ~0777 : 0100000));
    entry.setIds(owner, owner);
    return add(entry, content);
  }

  public TestImage link(String path, String target) {
    var entry = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    return add(entry, new byte[0]);
  }

  private TestImage add(TarArchiveEntry entry, byte[] content) {
    try {
      files.putArchiveEntry(entry);
      files.write(content);
      files.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] jar(String name, String content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public ImageTar write(Path folder) throws IOException {
    files.finish();
    var target = folder.resolve("image.tar");
    try (var tar = new TarArchiveOutputStream(Files.newOutputStream(target))) {
      put(tar, "layer.tar", layer.toByteArray());
      put(tar, "config.json", JSON.writeValueAsBytes(Map.of("config", config)));
      put(
          tar,
          "manifest.json",
          JSON.writeValueAsBytes(
              List.of(Map.of("Config", "config.json", "Layers", List.of("layer.tar")))));
    }
    return new ImageTar(target);
  }

  private static void put(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
