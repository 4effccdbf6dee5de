package social.greenroom.core.access;

/** One thing a person may do. Which role may do what stands in {@link Role}. */
public enum Permission {
  /** See posts, accounts, requests and activity. */
  VIEW("see this"),
  /** Say yes to what goes out; only together with owning the talent. */
  APPROVE("approve posts"),
  EDIT("change posts"),
  REJECT("reject posts"),
  RESCHEDULE("move posts"),
  CANCEL("cancel posts"),
  /** Try a failed post again. It keeps its approval, so it counts as an approval. */
  RETRY("try a failed post again"),
  /** Say whether a post went out when the network can't tell. */
  SETTLE("settle whether a post went out"),
  /** Ask for a post, with attachments. */
  REQUEST("ask for a post"),
  /** Stop the sending, and let it go on where it isn't the talent's own stop. */
  STOP("stop posts from going out");

  private final String words;

  Permission(String words) {
    this.words = words;
  }

  /** What is permitted, so that it follows "you may". */
  public String words() {
    return words;
  }
}
