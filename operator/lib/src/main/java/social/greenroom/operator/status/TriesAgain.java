package social.greenroom.operator.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.database.RuleViolationException;

/**
 * A reconciler that tells of an error in an event; the retry, with growing pauses, is the SDK's.
 */
public interface TriesAgain<P extends HasMetadata> extends Reconciler<P> {
  Events events();

  @Override
  default ErrorStatusUpdateControl<P> updateErrorStatus(
      P resource, Context<P> context, Exception error) {
    events().tell(resource, EventReason.TRYING_AGAIN, sentence(error));
    return ErrorStatusUpdateControl.defaultErrorProcessing();
  }

  /** Only sentences that are meant for people are told: others may quote what they shouldn't. */
  private static String sentence(Exception error) {
    return error instanceof DatabaseUnavailableException || error instanceof RuleViolationException
        ? "%s It is tried again.".formatted(error.getMessage())
        : "The operator met an error, which its log tells of. It is tried again.";
  }
}
