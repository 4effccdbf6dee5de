package social.greenroom.media.probe;

/**
 * How large a picture may be before it is decoded. A small file can unfold to gigabytes, so pixels
 * are counted from the header and not only bytes.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height
 * @param maxSide the longer side in pixels
 */
public record MediaLimits(long maxBytes, long maxPixels, int maxSide) {
  /** 50 MB and 64 megapixels: above what phones make by default, decoded in under 400 MB. */
  public static final MediaLimits DEFAULT = new MediaLimits(50_000_000, 64_000_000, 20_000);
}
