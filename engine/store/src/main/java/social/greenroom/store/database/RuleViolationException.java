package social.greenroom.store.database;

/**
 * The database refused a write because a rule of the domain forbids it; nothing of the transaction
 * stands. The message is the database's sentence, fit for a person.
 */
public final class RuleViolationException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Rule rule;

  public RuleViolationException(Rule rule, String sentence, Throwable cause) {
    super(sentence, cause);
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }
}
