package social.greenroom.operator.job;

/** The keys of the Secrets that Jobs read; most are the variables' names too. */
public final class JobSecret {
  private JobSecret() {}

  public static final String DB_URL = "GREENROOM_DB_URL";
  public static final String DB_USER = "GREENROOM_DB_USER";
  public static final String DB_PASSWORD = "GREENROOM_DB_PASSWORD";
  public static final String DATA_KEY = "GREENROOM_DATA_KEY";
  public static final String MODEL_KEY = "GREENROOM_MODEL_KEY";

  /** The variable's name in every Job. */
  public static final String MEDIA_TOKEN = "GREENROOM_MEDIA_TOKEN";

  /** The media token that drafting gets. */
  public static final String MEDIA_WRITE_TOKEN = "GREENROOM_MEDIA_WRITE_TOKEN";

  /** The media token that publishing gets. */
  public static final String MEDIA_READ_TOKEN = "GREENROOM_MEDIA_READ_TOKEN";
}
