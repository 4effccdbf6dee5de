package social.greenroom.crds.schema;

/** The bounds and patterns that several kinds share. */
public final class Bounds {
  private Bounds() {}

  /** The longest name of a resource (RFC 1123 subdomain). */
  public static final int NAME = 253;

  /** The longest name of a namespace or label value (RFC 1123 label). */
  public static final int LABEL = 63;

  public static final int TITLE = 120;
  public static final int SENTENCE = 500;
  public static final int TEXT = 4000;
  public static final int URL = 2048;
  public static final int UUID = 36;
  public static final int CONDITIONS = 12;

  public static final String DNS_LABEL = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";
  public static final String DNS_SUBDOMAIN =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
  public static final String HTTP_URL = "^https?://[^\\s]+$";
  public static final String LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";
  public static final String EMAIL = "^[^@\\s]+@[^@\\s]+$";

  /** Hours, minutes and seconds, such as {@code 4h} or {@code 1h30m}. */
  public static final String DURATION = "^([0-9]{1,5}(h|m|s))+$";
}
