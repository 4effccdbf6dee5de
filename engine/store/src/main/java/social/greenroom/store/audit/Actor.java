package social.greenroom.store.audit;

import java.util.Locale;

/** Who did something. */
public record Actor(Kind kind, String name) {
  /** What sort of actor. */
  public enum Kind {
    USER,
    OPERATOR,
    WORKER,
    AGENT;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Actor user(String name) {
    return new Actor(Kind.USER, name);
  }

  public static Actor operator() {
    return new Actor(Kind.OPERATOR, "operator");
  }

  public static Actor worker(String name) {
    return new Actor(Kind.WORKER, name);
  }

  public static Actor agent(String name) {
    return new Actor(Kind.AGENT, name);
  }
}
