package social.greenroom.core.channel;

/**
 * Adds what follows a post that is out: the further posts of a thread, the first comment. It is all
 * that who works on them is given, so that nothing of it can reach a publish call.
 */
@FunctionalInterface
public interface FollowUpSender {
  /** One call, whose every failure is reported as an outcome. */
  PublishOutcome follow(FollowUpCommand command);
}
