package social.greenroom.core.post;

import java.util.Locale;

/** Why somebody's approval counts. */
public enum ApprovalBasis {
  /** The talent's own yes. */
  OWNER,
  /** A named operator may approve: a standing approval of the owner's. */
  OPERATOR_OVERRIDE,
  /** What comes from a named source is approved: a standing approval of the owner's. */
  AUTO_SOURCE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ApprovalBasis of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
