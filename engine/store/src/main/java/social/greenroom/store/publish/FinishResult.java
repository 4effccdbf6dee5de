package social.greenroom.store.publish;

/** Whether an outcome could be written. */
public enum FinishResult {
  /** The attempt has its outcome and the variant its state. */
  WRITTEN,
  /** The claim was lost, but what its sender knows settled the unknown outcome. */
  SETTLED_LATE,
  /** The claim was lost and the news changes nothing. */
  LOST
}
