package social.greenroom.operator.job;

/** The keys of the Secret {@value JobLabels#SECRET}; they are the variables' names too. */
public final class JobSecret {
  private JobSecret() {}

  public static final String DB_URL = "GREENROOM_DB_URL";
  public static final String DB_USER = "GREENROOM_DB_USER";
  public static final String DB_PASSWORD = "GREENROOM_DB_PASSWORD";
  public static final String DATA_KEY = "GREENROOM_DATA_KEY";
  public static final String MODEL_KEY = "GREENROOM_MODEL_KEY";
}
