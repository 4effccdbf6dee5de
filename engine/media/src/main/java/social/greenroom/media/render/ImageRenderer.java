package social.greenroom.media.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import social.greenroom.media.ffmpeg.Conversion;
import social.greenroom.media.ffmpeg.FfmpegFailedException;
import social.greenroom.media.ffmpeg.FfmpegProcess;
import social.greenroom.media.probe.MediaProbe;
import social.greenroom.media.probe.MediaRefusedException;

/** Makes the picture a network gets: its exact size, JPEG, upright, under its byte limit. */
public final class ImageRenderer {
  /** FFmpeg's JPEG quantiser steps, from hardly visible loss to clearly visible. */
  private static final int[] QUALITIES = {3, 5, 8, 12, 18, 26};

  private final MediaProbe probe;
  private final FfmpegProcess ffmpeg;

  public ImageRenderer(MediaProbe probe, FfmpegProcess ffmpeg) {
    this.probe = probe;
    this.ffmpeg = ffmpeg;
  }

  /**
   * Renders the source into the output file, whose folder must exist.
   *
   * @throws MediaRefusedException when the source isn't a picture that is taken
   * @throws FfmpegFailedException when it can't be decoded, or not be made small enough
   */
  public RenderedImage render(Path source, RenderTarget target, Path output)
      throws IOException, MediaRefusedException, FfmpegFailedException, InterruptedException {
    var picture = probe.probe(source);
    var filter = FrameFilter.of(picture, target);
    for (int quality : QUALITIES) {
      ffmpeg.run(new Conversion(source, picture.format().demuxer(), filter, quality, output));
      JpegMetadata.strip(output);
      long bytes = Files.size(output);
      if (bytes <= target.maxBytes()) {
        return new RenderedImage(output, target.width(), target.height(), bytes);
      }
    }
    throw new FfmpegFailedException(
        "The picture can't be brought under %,d bytes at %d x %d; choose one with less detail."
            .formatted(target.maxBytes(), target.width(), target.height()));
  }
}
