package social.greenroom.operator.job;

/** The labels and names of what belongs to Jobs. */
public final class JobLabels {
  private JobLabels() {}

  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  public static final String OPERATOR = "greenroom-operator";

  /** The kind of Job: generate, render, publish or check. */
  public static final String KIND = "greenroom.social/job";

  /** The id of the request, dispatch or account the Job is for. */
  public static final String SUBJECT = "greenroom.social/subject";

  /** The Secret in each tenant's namespace from which its Jobs read, but for those that render. */
  public static final String SECRET = "greenroom-worker";

  /** The Secret in each tenant's namespace with a token for each of its render Jobs. */
  public static final String RENDER_SECRET = "greenroom-renders";

  /**
   * True for the Secrets that hold a tenant's login, keys and tokens. A reference to one would send
   * them to an address of somebody's choice.
   */
  public static boolean own(String secretName) {
    return secretName.equals(SECRET) || secretName.equals(RENDER_SECRET);
  }

  public static final String CONTAINER = "worker";
}
