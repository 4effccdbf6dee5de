package social.greenroom.core.schedule;

import java.util.Locale;

/**
 * Who said a rule.
 *
 * @param name the resource's name; empty for the default and for the talent themselves
 */
public record RuleSource(Level level, String name) {
  /** Nobody said anything. */
  public static final RuleSource DEFAULT = new RuleSource(Level.DEFAULT, "");

  /** The talent themselves, in the portal: a ceiling over what is declared anywhere. */
  public static final RuleSource OWN = new RuleSource(Level.OWN, "");

  /** Where a rule may be declared, the widest first, and what the talent sets themselves. */
  public enum Level {
    DEFAULT,
    NETWORK,
    TENANT,
    TALENT,
    ACCOUNT,
    OWN;

    /** As the API and status write it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is usual on the network. */
  public static RuleSource network(String name) {
    return new RuleSource(Level.NETWORK, name);
  }

  public static RuleSource tenant(String name) {
    return new RuleSource(Level.TENANT, name);
  }

  public static RuleSource talent(String name) {
    return new RuleSource(Level.TALENT, name);
  }

  public static RuleSource account(String name) {
    return new RuleSource(Level.ACCOUNT, name);
  }

  /** For example "account instagram-anna", "set by the talent", or "default". */
  public String words() {
    return level == Level.OWN
        ? "set by the talent"
        : "%s %s".formatted(level.wireName(), name).strip();
  }

  /** For example "account instagram-anna: cooldown 4 hours". */
  String said(String rule) {
    return "%s: %s".formatted(words(), rule);
  }
}
