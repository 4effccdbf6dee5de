package social.greenroom.operator.planner;

import java.time.Duration;
import java.time.Instant;

/**
 * How many Jobs can be begun without a queue before the Job controller. It calls the API server at
 * most 20 times a second after a burst of 30 (kube-controller-manager's {@code --kube-api-qps} and
 * {@code --kube-api-burst}, shared by all its controllers), and four calls are a Job's: its status,
 * its pod, the pod's finalizer, its status again. See docs/explanation/sending.md.
 */
final class JobRate {
  /** API calls of the Job controller for a Job of one pod. */
  static final int CALLS = 4;

  static final int QPS = 20;
  static final int BURST = 30;

  private static final double PER_SECOND = (double) QPS / CALLS;
  private static final int AT_ONCE = BURST / CALLS;

  private double left = AT_ONCE;
  private Instant filled = Instant.MIN;

  /** How many may begin now. */
  int available(Instant now) {
    if (filled.isBefore(now)) {
      var since = filled.equals(Instant.MIN) ? Duration.ofHours(1) : Duration.between(filled, now);
      left = Math.min(AT_ONCE, left + since.toMillis() / 1000.0 * PER_SECOND);
      filled = now;
    }
    return (int) left;
  }

  /** So many begin. */
  void take(int jobs) {
    left = Math.max(0, left - jobs);
  }
}
