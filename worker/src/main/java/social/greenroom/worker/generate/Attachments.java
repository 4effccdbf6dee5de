package social.greenroom.worker.generate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import social.greenroom.core.egress.GuardedHttpClient;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.media.probe.MediaLimits;
import social.greenroom.media.probe.MediaProbe;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.media.probe.Probed;
import social.greenroom.store.request.Attachment;

/**
 * Looks at what came with a request: by content, before anything is drafted for it. What is named
 * by an address is fetched into the media store first, and a run after that finds it there if the
 * request says its hash.
 */
record Attachments(MediaStore media, GuardedHttpClient client, UUID tenantId) {
  private static final Pattern STORED = Pattern.compile("media:([0-9a-f]{64})");
  private static final Pattern ELSEWHERE = Pattern.compile("https?://\\S+");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final MediaLimits LIMITS = MediaLimits.DEFAULT;
  private static final MediaProbe PROBE = new MediaProbe(LIMITS);

  /**
   * The pictures, in order.
   *
   * @throws MediaRefusedException with a sentence that names the attachment, when one isn't there,
   *     isn't a picture, or isn't what the request says
   * @throws AttachmentUnreachableException with a sentence, when one can't be fetched now
   */
  List<Picture> look(List<Attachment> attachments)
      throws IOException, MediaRefusedException, InterruptedException {
    var pictures = new ArrayList<Picture>();
    for (int i = 0; i < attachments.size(); i++) {
      pictures.add(look(new DeclaredFile(attachments.get(i), "attachments[%d]".formatted(i))));
    }
    return pictures;
  }

  private Picture look(DeclaredFile declared)
      throws IOException, MediaRefusedException, InterruptedException {
    var uri = declared.attachment().uri();
    var stored = STORED.matcher(uri);
    if (stored.matches()) {
      return stored(stored.group(1), declared);
    }
    if (!ELSEWHERE.matcher(uri).matches()) {
      throw new MediaRefusedException(
          "%s.uri: it is neither media:<sha256> nor an https address; upload the file first, or name its address."
              .formatted(declared.field()));
    }
    var sha256 = declared.attachment().sha256();
    return sha256 != null && media.exists(tenantId, sha256)
        ? stored(sha256, declared)
        : fetched(uri, declared);
  }

  private Picture stored(String sha256, DeclaredFile declared)
      throws IOException, MediaRefusedException {
    try {
      return picture(sha256, media.file(tenantId, sha256), declared);
    } catch (NoSuchFileException e) {
      throw new MediaRefusedException(
          "%s.uri: the file %s isn't in the media store; upload it and ask again."
              .formatted(declared.field(), declared.attachment().uri()));
    }
  }

  /** Only what is what it should be comes into the store. */
  private Picture fetched(String uri, DeclaredFile declared)
      throws IOException, MediaRefusedException, InterruptedException {
    long limit = declared.limit(LIMITS.maxBytes());
    var arriving = Files.createTempFile("greenroom-attachment", ".part");
    try {
      var download = new Download(client, declared.field() + ".uri", PATIENCE);
      var sha256 = download.fetch(address(uri, declared), limit, arriving);
      var picture = picture(sha256, arriving, declared);
      try (var content = Files.newInputStream(arriving)) {
        media.put(tenantId, content, limit);
      }
      return picture;
    } catch (MediaTooLargeException e) {
      throw new IllegalStateException("The file grew while it was stored.", e);
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private static URI address(String uri, DeclaredFile declared) throws MediaRefusedException {
    try {
      return URI.create(uri);
    } catch (IllegalArgumentException e) {
      throw new MediaRefusedException(
          "%s.uri: it isn't an address that can be read; write what it holds besides letters and digits as %%xx."
              .formatted(declared.field()));
    }
  }

  private static Picture picture(String sha256, Path file, DeclaredFile declared)
      throws IOException, MediaRefusedException {
    var probed = probed(file, declared);
    declared.demand(sha256, probed);
    return new Picture(sha256, probed, declared.attachment().altText());
  }

  private static Probed probed(Path file, DeclaredFile declared)
      throws IOException, MediaRefusedException {
    try {
      return PROBE.probe(file);
    } catch (MediaRefusedException e) {
      throw new MediaRefusedException("%s: %s".formatted(declared.field(), e.getMessage()));
    }
  }
}
