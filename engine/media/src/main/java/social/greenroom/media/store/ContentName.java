package social.greenroom.media.store;

import java.util.regex.Pattern;

/** The name of a medium: its content's SHA-256. */
public final class ContentName {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private ContentName() {}

  /**
   * Returns the name, which is safe in a path or an address.
   *
   * @throws IllegalArgumentException when it is anything but 64 lower-case hexadecimal digits
   */
  public static String checked(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "A medium is named by 64 lower-case hexadecimal digits, its SHA-256.");
    }
    return sha256;
  }
}
