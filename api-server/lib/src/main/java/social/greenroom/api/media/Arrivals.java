package social.greenroom.api.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.media.MediaStore.StoredMedia;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.media.probe.MediaLimits;
import social.greenroom.media.probe.MediaProbe;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.media.probe.Probed;

/**
 * Takes pictures in: each to a temporary file first, where its content is checked, then into the
 * media store. No more than a buffer of it is in memory at any time.
 */
@ApplicationScoped
public class Arrivals {
  private final ApiMedia media;

  Arrivals(ApiMedia media) {
    this.media = media;
  }

  /** What more than being a picture is asked of one. */
  @FunctionalInterface
  public interface Rule {
    /** Anything will do. */
    Rule NONE = picture -> {};

    /**
     * Looks at the picture before it is stored.
     *
     * @throws ProblemException when it won't do
     */
    void check(Arrived picture);
  }

  /** A picture, by its own bytes. */
  public record Arrived(StoredMedia content, Probed picture) {}

  /**
   * Stores the body as one of the tenant's media.
   *
   * @throws ProblemException when it is too large, no picture, or breaks the rule
   */
  public Arrived take(UUID tenantId, InputStream body, long maxBytes, Rule rule)
      throws IOException {
    var arriving = Files.createTempFile("greenroom-upload", ".part");
    try {
      var content = new Arrival(maxBytes).copy(body, arriving);
      var arrived = new Arrived(content, probe(arriving, maxBytes));
      rule.check(arrived);
      store(tenantId, arriving, maxBytes);
      return arrived;
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private static Probed probe(Path arrived, long maxBytes) throws IOException {
    var limits = MediaLimits.DEFAULT;
    try {
      return new MediaProbe(new MediaLimits(maxBytes, limits.maxPixels(), limits.maxSide()))
          .probe(arrived);
    } catch (MediaRefusedException e) {
      throw ProblemException.of(ProblemKind.UNSUPPORTED_TYPE, String.valueOf(e.getMessage()));
    }
  }

  private void store(UUID tenantId, Path arrived, long maxBytes) throws IOException {
    try (var content = Files.newInputStream(arrived)) {
      media.store().put(tenantId, content, maxBytes);
    } catch (MediaTooLargeException e) {
      throw ProblemException.of(ProblemKind.TOO_LARGE, String.valueOf(e.getMessage()));
    }
  }
}
