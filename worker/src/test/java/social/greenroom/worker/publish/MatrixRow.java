package social.greenroom.worker.publish;

import java.util.Locale;

/** What goes wrong, and when: a row of the failure matrix. */
enum MatrixRow {
  FAIL_BEFORE("the network is out of order", "before it looks at the post"),
  RESET("the connection is reset", "before the network looks at the post"),
  RATE_LIMIT("the network asks to wait, and says until when", "before it takes the post"),
  RATE_LIMIT_NO_HEADERS("the network asks to wait, without a time", "before it takes the post"),
  REVOKED("the credential is refused", "before the network takes the post"),
  DUPLICATE("the network calls it a duplicate", "before it takes the post"),
  DUPLICATE_OF_LATE(
      "the network calls the next try a duplicate",
      "since it took the first one after all, when that was held to be lost"),
  SLOW_ACCEPT("the answer doesn't come in time", "and the network takes the post afterwards"),
  SLOW("the answer doesn't come in time", "though the network has taken the post"),
  FAIL_AFTER_ACCEPT("the connection is lost", "after the network took the post"),
  WRONG_SCHEMA("the answer can't be read", "after the network took the post"),
  TRUNCATE("the network keeps half of the text", "as it takes the post"),
  KILLED_CLAIMED("the worker is killed", "after its claim, before it wrote the attempt down"),
  KILLED_BEFORE("the worker is killed", "after it wrote the attempt down, before it sends"),
  KILLED_AFTER("the worker is killed", "after the network took the post, before its answer"),
  STOPPED_BEFORE(
      "the worker stands still, is replaced, and goes on",
      "after it wrote the attempt down, before its last look"),
  STOPPED_SENDING(
      "the worker stands still, is replaced, and goes on",
      "after its last look, before the network hears of the post"),
  STOPPED_AFTER("the worker stands still, and is replaced", "after the network took the post");

  private final String fault;
  private final String moment;

  MatrixRow(String fault, String moment) {
    this.fault = fault;
    this.moment = moment;
  }

  String fault() {
    return fault;
  }

  String moment() {
    return moment;
  }

  /** The sandbox's name for it, where the sandbox does it. */
  String kind() {
    return (this == DUPLICATE_OF_LATE ? SLOW_ACCEPT : this).name().toLowerCase(Locale.ROOT);
  }

  /** True where it is a process that fails, not a network. */
  boolean ofProcess() {
    return compareTo(KILLED_CLAIMED) >= 0;
  }

  boolean late() {
    return this == SLOW || this == SLOW_ACCEPT;
  }
}
