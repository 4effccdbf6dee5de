package social.greenroom.images.tar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import social.greenroom.images.ImageException;

/** An image in a file, as {@code docker save} and Jib write it. */
public final class ImageTar {
  /** Is told of each file of a layer; may read its content, and no further. */
  @FunctionalInterface
  public interface Visitor {
    /** {@code linkTarget} is empty for what isn't a link. */
    void visit(TarEntry entry, String linkTarget, InputStream content) throws IOException;
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path file;

  public ImageTar(Path file) {
    this.file = file;
  }

  /** The configuration. */
  public ImageConfig config() throws IOException {
    try (var tar = new TarFile(file)) {
      return ImageConfig.of(json(tar, manifest(tar).path("Config").asText()));
    }
  }

  /** The size of each layer in the file, in bytes, the lowest first. */
  public Map<String, Long> layers() throws IOException {
    try (var tar = new TarFile(file)) {
      var sizes = new LinkedHashMap<String, Long>();
      for (var name : layerNames(tar)) {
        sizes.put(name, entry(tar, name).getSize());
      }
      return sizes;
    }
  }

  /** Goes through the files of all layers, the lowest layer first. */
  public void visit(Visitor visitor) throws IOException {
    try (var tar = new TarFile(file)) {
      for (var name : layerNames(tar)) {
        try (var layer =
            new TarArchiveInputStream(unzipped(tar.getInputStream(entry(tar, name))))) {
          for (var entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
            visitor.visit(described(entry), linkTarget(entry), layer);
          }
        }
      }
    }
  }

  private static List<String> layerNames(TarFile tar) throws IOException {
    var names = new ArrayList<String>();
    manifest(tar).path("Layers").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static JsonNode manifest(TarFile tar) throws IOException {
    return json(tar, "manifest.json").path(0);
  }

  private static JsonNode json(TarFile tar, String name) throws IOException {
    try (var content = tar.getInputStream(entry(tar, name))) {
      return JSON.readTree(content);
    }
  }

  private static TarArchiveEntry entry(TarFile tar, String name) {
    return tar.getEntries().stream()
        .filter(entry -> clean(entry.getName()).equals(clean(name)))
        .findFirst()
        .orElseThrow(() -> new ImageException("The image's file holds no %s.".formatted(name)));
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    var buffered = new BufferedInputStream(raw, 1 << 16);
    buffered.mark(2);
    var magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }

  private static TarEntry described(TarArchiveEntry entry) {
    return new TarEntry(
        clean(entry.getName()),
        type(entry),
        entry.getMode() & 07777,
        entry.getLongUserId(),
        entry.getLongGroupId(),
        entry.getSize(),
        entry.getLastModifiedTime().toInstant().getEpochSecond());
  }

  private static TarEntry.Type type(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return TarEntry.Type.FOLDER;
    }
    if (entry.isSymbolicLink() || entry.isLink()) {
      return TarEntry.Type.LINK;
    }
    return entry.isFile() ? TarEntry.Type.FILE : TarEntry.Type.OTHER;
  }

  private static String linkTarget(TarArchiveEntry entry) {
    // A hard link names a path of the image, a symbolic one is relative to its own folder.
    return entry.isLink()
        ? "/" + clean(entry.getLinkName())
        : entry.isSymbolicLink() ? entry.getLinkName() : "";
  }

  private static String clean(String path) {
    var start = path.startsWith("./") ? 2 : path.startsWith("/") ? 1 : 0;
    return path.substring(
        start, path.length() - (path.length() > start && path.endsWith("/") ? 1 : 0));
  }

  /** The file's size in bytes. */
  public long size() throws IOException {
    return Files.size(file);
  }
}
