package social.greenroom.channels.linkedin;

import java.util.regex.Pattern;

/**
 * LinkedIn's little-text format: its reserved characters are escaped, or what follows them may be
 * lost. A {@code #} that begins a hashtag stays, since it makes one.
 *
 * @see <a
 *     href="https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format">the
 *     reference</a>
 */
final class LittleText {
  private static final Pattern RESERVED =
      Pattern.compile("[|{}@\\[\\]()<>\\\\*_~]|#(?![\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])#");

  private LittleText() {}

  static String of(String text) {
    return RESERVED.matcher(text).replaceAll("\\\\$0");
  }
}
