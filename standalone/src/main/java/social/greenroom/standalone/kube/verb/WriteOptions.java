package social.greenroom.standalone.kube.verb;

/**
 * How a client wants something written.
 *
 * @param force whether an apply takes fields over from other managers
 */
public record WriteOptions(
    boolean dryRun, String fieldManager, boolean force, FieldValidation validation) {

  /** What happens to fields that a schema doesn't know. */
  public enum FieldValidation {
    IGNORE,
    WARN,
    STRICT
  }

  /** How this API writes for itself. */
  public static WriteOptions internal(String manager) {
    return new WriteOptions(false, manager, true, FieldValidation.IGNORE);
  }
}
