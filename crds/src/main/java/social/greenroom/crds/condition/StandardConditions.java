package social.greenroom.crds.condition;

/** The condition types that kstatus, Helm and Argo CD understand in every kind. */
public final class StandardConditions {
  private StandardConditions() {}

  /** True while the resource does what its spec says. */
  public static final String READY = "Ready";

  /** True while the operator, or a Job of it, is at work on the resource. */
  public static final String RECONCILING = "Reconciling";

  /** True when nothing will happen until somebody changes something; the message says what. */
  public static final String STALLED = "Stalled";
}
