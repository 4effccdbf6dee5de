package social.greenroom.media.probe;

/**
 * The eight ways a camera may have been held, numbered from 1 as in Exif 2.32, tag 0x0112, each
 * with the FFmpeg filter that turns the picture upright.
 */
public enum Orientation {
  UPRIGHT(""),
  MIRRORED("hflip"),
  UPSIDE_DOWN("hflip,vflip"),
  MIRRORED_UPSIDE_DOWN("vflip"),
  MIRRORED_LEFT("transpose=cclock_flip"),
  LEFT("transpose=clock"),
  MIRRORED_RIGHT("transpose=clock_flip"),
  RIGHT("transpose=cclock");

  private final String filter;

  Orientation(String filter) {
    this.filter = filter;
  }

  /** The filter to apply, empty when there is nothing to turn. */
  public String filter() {
    return filter;
  }

  public boolean swapsSides() {
    return filter.startsWith("transpose");
  }

  /** The orientation of that Exif number; upright for a number Exif doesn't know. */
  static Orientation ofExif(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
  }
}
