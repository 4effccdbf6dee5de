package social.greenroom.sandbox.media;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import social.greenroom.sandbox.journal.Journal;

/** What was uploaded: bytes in a directory, facts in the journal. */
public final class MediaStore {
  private final Map<String, StoredMedia> known = new HashMap<>();
  private final Journal journal;
  private final Path directory;

  public MediaStore(Journal journal, Path directory) {
    this.journal = journal;
    this.directory = directory;
    journal.on("media", this::apply);
  }

  private void apply(JsonObject fact) {
    var media = StoredMedia.fromJson(fact);
    known.put(media.id(), media);
  }

  /**
   * Keeps {@code bytes} under {@code id}.
   *
   * @return nothing if the bytes are of no kind that a network takes
   */
  public Optional<StoredMedia> keep(String id, String owner, byte[] bytes, String alt) {
    return MediaKind.of(bytes)
        .map(
            kind -> {
              write(id, bytes);
              var size = size(kind, bytes);
              var media =
                  new StoredMedia(id, owner, kind, size.width(), size.height(), bytes.length, alt);
              journal.record("media", media.toJson());
              return media;
            });
  }

  public void describe(StoredMedia media, String alt) {
    journal.record("media", media.described(alt).toJson());
  }

  public Optional<StoredMedia> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  public Path file(StoredMedia media) {
    return directory.resolve(media.id());
  }

  private void write(String id, byte[] bytes) {
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve(id), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox can't keep an upload", e);
    }
  }

  private record Size(int width, int height) {}

  /** Reads the picture's header only; a picture that has none that Java knows has no size. */
  private static Size size(MediaKind kind, byte[] bytes) {
    if (!kind.image()) {
      return new Size(0, 0);
    }
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return new Size(0, 0);
      }
      var reader = readers.next();
      reader.setInput(input, true, true);
      try {
        return new Size(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      return new Size(0, 0);
    }
  }
}
