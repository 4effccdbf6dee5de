package social.greenroom.agents.router;

import java.util.Locale;

/** Whose API the router speaks. */
public enum Shape {
  /** {@code POST /v1/chat/completions}, the key as a bearer token. */
  OPENAI,
  /** {@code POST /v1/messages}, the key in {@code x-api-key}. */
  ANTHROPIC;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The shape of that name, in any case.
   *
   * @throws IllegalArgumentException naming both, if there is none
   */
  public static Shape of(String name) {
    for (var shape : values()) {
      if (shape.wireName().equalsIgnoreCase(name.strip())) {
        return shape;
      }
    }
    throw new IllegalArgumentException(
        "The model router's shape '%s' isn't known; use openai or anthropic.".formatted(name));
  }
}
