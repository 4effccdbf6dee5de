package social.greenroom.core.channel;

/** Why an account can't be reached, as a person is told it. */
public final class Unreached {
  /** What is sent then fails, and a person tries again. */
  public static final String MISSING =
      "The account has no connection to its network: its credentials or its MCP server are missing."
          + " Connect it, then try again.";

  /** What is to be sent waits: its token may soon be kept for the host that it is reached at. */
  public static final String ASTRAY =
      "The account's token was kept for another host than it is reached at now."
          + " Its status says what to do.";

  private Unreached() {}
}
