package social.greenroom.worker.job;

import social.greenroom.core.egress.EgressPolicy;

/** Which of the addresses that people give a Job may call. */
public final class JobEgress {
  private static final String VARIABLE = "GREENROOM_EGRESS_ALLOW";

  private JobEgress() {}

  /**
   * Public addresses, and what the deployment allows besides.
   *
   * @throws UsageException naming the variable, when its list can't be read
   */
  public static EgressPolicy policy(Environment environment) throws UsageException {
    try {
      return EgressPolicy.allowing(environment.optional(VARIABLE).orElse(""));
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s: %s".formatted(VARIABLE, e.getMessage()));
    }
  }
}
