package social.greenroom.crds.request;

/** The conditions of a post request, beside the standard ones. */
public final class PostRequestConditions {
  private PostRequestConditions() {}

  /** True when the talent and the accounts exist, can do what is asked, and the request is kept. */
  public static final String ACCEPTED = "Accepted";

  /** True when the attachments have been looked at. */
  public static final String ANALYZED = "Analyzed";

  /** True when post and variants are written. */
  public static final String DRAFTED = "Drafted";

  /** True when the pictures have every network's size, or none had to be made. */
  public static final String RENDERED = "Rendered";

  /** True when the drafts are there and wait for their owner; its reason is the stage. */
  public static final String SUCCEEDED = "Succeeded";
}
