package social.greenroom.core.network;

import java.util.Set;

/**
 * What a network takes of pictures.
 *
 * @param maxCount to one post
 * @param maxBytes each
 * @param mediaTypes those it takes
 * @param altTextMax characters of alternative text
 * @param rendered the size our renderer makes
 */
public record ImageLimits(
    int maxCount, long maxBytes, Set<String> mediaTypes, int altTextMax, ImageSize rendered) {
  public ImageLimits {
    mediaTypes = Set.copyOf(mediaTypes);
  }
}
