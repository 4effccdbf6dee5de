package social.greenroom.operator.job;

import java.time.Duration;

/** What a Job does: each is a command of the worker. */
public enum JobKind {
  /** From a request to drafts. */
  GENERATE("generate", "--request", 3, Duration.ofMinutes(10)),
  /** Pictures in every network's size. */
  RENDER("render", "--request", 2, Duration.ofMinutes(15)),
  /** What is due goes out. */
  PUBLISH("publish", "--dispatch", 3, Duration.ofMinutes(15)),
  /** Whose accounts the tenant's credentials open, and whether their networks answer. */
  CHECK("check", "--round", 2, Duration.ofMinutes(15));

  private final String command;
  private final String subjectOption;
  private final int backoffLimit;
  private final Duration deadline;

  JobKind(String command, String subjectOption, int backoffLimit, Duration deadline) {
    this.command = command;
    this.subjectOption = subjectOption;
    this.backoffLimit = backoffLimit;
    this.deadline = deadline;
  }

  public String command() {
    return command;
  }

  String subjectOption() {
    return subjectOption;
  }

  int backoffLimit() {
    return backoffLimit;
  }

  Duration deadline() {
    return deadline;
  }
}
