package social.greenroom.worker.job;

import java.util.Locale;

/** How a Job ends, as its process's exit code. */
public enum ExitCode {
  DONE(0),
  /** Something went wrong that needn't go wrong again: the same Job may be run again. */
  RETRY(1),
  /** It can't succeed; the reason stands in the row a person sees. */
  PERMANENT(2),
  /** Wrong arguments or environment (sysexits.h, EX_USAGE). */
  USAGE(64),
  /** The database or the media were away: no try of the work (sysexits.h, EX_TEMPFAIL). */
  AWAY(75);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The outcome in a word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
