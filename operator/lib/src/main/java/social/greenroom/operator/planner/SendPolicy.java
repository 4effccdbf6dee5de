package social.greenroom.operator.planner;

/** Who sends posts. */
public enum SendPolicy {
  /** What is due decides: Jobs for what is small and ahead of time, the pool for the rest. */
  AUTO,
  /** Jobs alone, each with its tenant's own keys. */
  JOBS,
  /** The pool alone; while none runs, posts wait. */
  POOL
}
