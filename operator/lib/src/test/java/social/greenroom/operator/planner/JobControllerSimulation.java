package social.greenroom.operator.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Job controller of a cluster with its documented defaults, in simulated time: five workers
 * (--concurrent-job-syncs), and a client that may call the API server 20 times a second after a
 * burst of 30 (--kube-api-qps, --kube-api-burst). Nothing else uses the client here, each call
 * takes 10 ms, and pods begin as soon as they are made, so a real one is slower. Source: the
 * reference of kube-controller-manager, kubernetes.io/docs/reference/command-line-tools-reference.
 */
final class JobControllerSimulation {
  private static final int WORKERS = 5;
  private static final double CALL_SECONDS = 0.010;

  /** Before a Job's pod runs: its status with the start, and the pod. */
  private static final int CALLS_BEFORE_POD = 2;

  private final double[] freeAt = new double[WORKERS];
  private double tokens = JobRate.BURST;
  private double filledAt;

  /**
   * When the pods of Jobs are made.
   *
   * @param madeAt when the Jobs are made, in seconds, growing
   */
  List<Double> podsAt(List<Double> madeAt) {
    var pods = new ArrayList<Double>();
    for (double made : madeAt) {
      Arrays.sort(freeAt);
      double now = Math.max(made, freeAt[0]);
      for (int i = 0; i < CALLS_BEFORE_POD; i++) {
        now = token(now) + CALL_SECONDS;
      }
      freeAt[0] = now;
      pods.add(now);
    }
    return pods;
  }

  /** When the client lets the next call through. */
  private double token(double at) {
    double now = Math.max(at, filledAt);
    tokens = Math.min(JobRate.BURST, tokens + (now - filledAt) * JobRate.QPS);
    filledAt = now;
    if (tokens < 1) {
      filledAt = now + (1 - tokens) / JobRate.QPS;
      tokens = 1;
    }
    tokens--;
    return filledAt;
  }
}
