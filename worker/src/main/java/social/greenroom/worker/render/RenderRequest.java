package social.greenroom.worker.render;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import social.greenroom.media.ffmpeg.FfmpegFailedException;
import social.greenroom.media.probe.MediaRefusedException;
import social.greenroom.media.render.ImageRenderer;
import social.greenroom.media.render.RenderTarget;
import social.greenroom.trace.Fact;
import social.greenroom.trace.Span;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.render.RenderEnd.Failure;
import social.greenroom.worker.render.RenderOrder.OrderedPicture;

/**
 * Renders the pictures of a request's drafts, source by source, and hands in each as soon as it is
 * made. Killed at any point, the next run gets an order for what is left.
 */
final class RenderRequest {
  private static final System.Logger LOG = System.getLogger(RenderRequest.class.getName());

  private final RenderDesk desk;
  private final ImageRenderer renderer;
  private final List<Failure> failures = new ArrayList<>();

  RenderRequest(RenderDesk desk, ImageRenderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  ExitCode run() throws IOException, InterruptedException {
    for (var source : bySource(desk.order()).entrySet()) {
      render(source.getKey(), source.getValue());
    }
    desk.end(new RenderEnd(failures));
    return ExitCode.DONE;
  }

  private void render(String source, List<OrderedPicture> pictures)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("greenroom-render");
    var original = folder.resolve("original");
    var output = folder.resolve("picture.jpg");
    try {
      desk.source(source, original);
      for (var picture : pictures) {
        render(picture, original, output);
      }
    } catch (NoSuchFileException e) {
      pictures.forEach(
          picture ->
              failed(picture, "The picture isn't in the media store any more; add it again."));
    } finally {
      Files.deleteIfExists(original);
      Files.deleteIfExists(output);
      Files.deleteIfExists(folder);
    }
  }

  private void render(OrderedPicture picture, Path original, Path output)
      throws IOException, InterruptedException {
    var target = new RenderTarget(picture.width(), picture.height(), picture.maxBytes());
    try (var span = Span.begin("render picture")) {
      span.tell(Fact.PLATFORM, picture.platform());
      renderer.render(original, target, output);
    } catch (MediaRefusedException | FfmpegFailedException e) {
      failed(picture, String.valueOf(e.getMessage()));
      return;
    }
    desk.deliver(picture, output);
  }

  private void failed(OrderedPicture picture, String sentence) {
    LOG.log(
        Level.WARNING,
        "The picture {0} can''t be made for {1}: {2}",
        picture.source(),
        picture.platform(),
        sentence);
    failures.add(new Failure(picture.source(), picture.platform(), sentence));
  }

  private static Map<String, List<OrderedPicture>> bySource(RenderOrder order) {
    return order.pictures().stream()
        .collect(
            Collectors.groupingBy(OrderedPicture::source, LinkedHashMap::new, Collectors.toList()));
  }
}
