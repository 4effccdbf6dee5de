package social.greenroom.channels.readback;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reading an account's own posts says about a post whose outcome isn't known. */
public sealed interface Verdict {

  /** A sentence for people. */
  String sentence();

  /** It is out, whole. */
  record Found(String remoteId, @Nullable String url) implements Verdict {
    @Override
    public String sentence() {
      return "The account's own posts show it.";
    }
  }

  /** It isn't out: the network had time to show it, and doesn't. */
  record Absent() implements Verdict {
    @Override
    public String sentence() {
      return "The account's own posts don't show it.";
    }
  }

  /** Too early to tell, or the network couldn't be read just now. */
  record NotYet(Instant again, String sentence) implements Verdict {}

  /**
   * Reading can't decide; a person must.
   *
   * @param closest what the account shows that comes close, for the person to compare
   */
  record ForAPerson(String sentence, Optional<String> closest) implements Verdict {}
}
