package social.greenroom.worker.publish;

import java.util.List;
import java.util.UUID;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.store.limit.Told;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.publish.Finished;

/** A publish call that has returned, and what that makes of the post. */
record Landed(Answered answered, Finish finish) {
  PublishOutcome outcome() {
    return answered.outcome();
  }

  List<Told> told() {
    return answered.told();
  }

  Sending sending() {
    return answered.sending();
  }

  UUID accountId() {
    return sending().attempt().accountId();
  }

  UUID attemptId() {
    return sending().attempt().id();
  }

  Finished finished() {
    return new Finished(sending().claim(), attemptId(), finish);
  }
}
