package social.greenroom.sandbox.model;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text in the pieces in which a model would stream it. */
final class Pieces {
  private static final Pattern PIECE = Pattern.compile("(?s).{1,12}(?:\\s|$)|.{1,12}");

  private Pieces() {}

  static List<String> of(String text) {
    return PIECE.matcher(text).results().map(MatchResult::group).toList();
  }
}
