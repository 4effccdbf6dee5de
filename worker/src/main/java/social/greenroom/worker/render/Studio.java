package social.greenroom.worker.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Platform;
import social.greenroom.media.ffmpeg.FfmpegFailedException;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.media.render.ImageRenderer;
import social.greenroom.media.render.RenderTarget;
import social.greenroom.store.media.NewMedia;

/** Renders one picture for one network and keeps it. */
record Studio(MediaStore media, ImageRenderer renderer, UUID tenantId) {

  /**
   * The picture as the network wants it, stored.
   *
   * @throws MediaRefusedException when the source isn't a picture that is taken
   * @throws FfmpegFailedException when it can't be made of this source
   */
  NewMedia render(String sourceSha256, Platform platform, String worker)
      throws IOException, MediaRefusedException, FfmpegFailedException, InterruptedException {
    var network = Networks.of(platform);
    var size = network.image();
    var target = new RenderTarget(size.width(), size.height(), network.maxImageBytes());
    var folder = Files.createTempDirectory("greenroom-render");
    var output = folder.resolve("picture.jpg");
    try {
      var image = renderer.render(media.file(tenantId, sourceSha256), target, output);
      var stored = keep(output, target.maxBytes());
      return new NewMedia(
          stored.sha256(),
          image.mediaType(),
          stored.bytes(),
          image.width(),
          image.height(),
          null,
          worker);
    } finally {
      Files.deleteIfExists(output);
      Files.deleteIfExists(folder);
    }
  }

  private MediaStore.StoredMedia keep(Path output, long maxBytes)
      throws IOException, FfmpegFailedException {
    try (var in = Files.newInputStream(output)) {
      return media.put(tenantId, in, maxBytes);
    } catch (MediaTooLargeException e) {
      throw new FfmpegFailedException(String.valueOf(e.getMessage()), e);
    }
  }
}
