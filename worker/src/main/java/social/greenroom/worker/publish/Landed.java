package social.greenroom.worker.publish;

import java.util.UUID;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.publish.Finished;
import social.greenroom.worker.limit.Returned;

/** A publish call that has returned, and what that makes of the post. */
record Landed(Answered answered, Finish finish) {
  /** What it tells of its network. */
  Returned returned() {
    return new Returned(accountId(), answered.outcome(), answered.told(), finish.notBefore());
  }

  Sending sending() {
    return answered.sending();
  }

  private UUID accountId() {
    return sending().attempt().accountId();
  }

  UUID attemptId() {
    return sending().attempt().id();
  }

  Finished finished() {
    return new Finished(sending().claim(), attemptId(), finish);
  }
}
