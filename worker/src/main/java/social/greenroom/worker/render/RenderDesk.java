package social.greenroom.worker.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import social.greenroom.media.remote.JobApi;
import social.greenroom.worker.render.RenderOrder.OrderedPicture;

/**
 * Where a render Job gets its order and hands in its work: the API server, with a token for this
 * one request. Each call may be made again.
 */
final class RenderDesk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobApi api;
  private final String path;

  RenderDesk(JobApi api, UUID requestId) {
    this.api = api;
    this.path = "renders/" + requestId;
  }

  /**
   * What is to be made.
   *
   * @throws java.nio.file.NoSuchFileException when there is no such request any more
   */
  RenderOrder order() throws IOException {
    return JSON.readValue(api.get(path), RenderOrder.class);
  }

  /**
   * Brings a source into the file.
   *
   * @throws java.nio.file.NoSuchFileException when it isn't there any more
   */
  void source(String sha256, Path file) throws IOException {
    api.download("%s/sources/%s".formatted(path, sha256), file);
  }

  /** Hands in a picture; the drafts that lacked only it go on to their owner. */
  void deliver(OrderedPicture picture, Path file) throws IOException {
    api.put("%s/pictures/%s/%s".formatted(path, picture.source(), picture.platform()), file);
  }

  /** Says that nothing more will be made: what still lacks a picture is blocked. */
  void end(RenderEnd end) throws IOException {
    api.post(path + "/end", JSON.writeValueAsString(end));
  }
}
