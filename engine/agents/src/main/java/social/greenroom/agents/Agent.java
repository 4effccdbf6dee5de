package social.greenroom.agents;

import java.util.Locale;

/** Who asks a model. */
public enum Agent {
  PERSONA,
  CONTENT,
  MODERATION;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
