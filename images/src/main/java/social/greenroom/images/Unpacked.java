package social.greenroom.images;

import java.nio.file.Path;
import social.greenroom.images.run.Container;
import social.greenroom.images.tar.ImageConfig;

/**
 * An image in folders.
 *
 * @param tmp what its container sees as {@code /tmp}
 */
record Unpacked(Path root, Path tmp, ImageConfig config) {
  Container container() {
    return new Container(root, tmp, config);
  }
}
