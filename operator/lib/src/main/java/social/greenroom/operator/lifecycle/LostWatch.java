package social.greenroom.operator.lifecycle;

import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.api.config.InformerStoppedHandler;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the operator when the SDK gave a watch up, as it does for an answer that can't be read: it
 * would hold the Lease and hear nothing. Whoever started it starts it again, and it lists
 * everything anew; another that stands by takes over at once.
 */
@Singleton
@Unremovable
class LostWatch implements InformerStoppedHandler {
  private static final Logger LOG = Logger.getLogger(LostWatch.class);

  @Override
  @SuppressWarnings("rawtypes")
  public void onStop(SharedIndexInformer informer, @Nullable Throwable error) {
    // One that fails before it has listed anything ends the start by itself.
    if (error != null && informer.hasSynced()) {
      LOG.errorf(
          error,
          "The watch of %s can't go on: this operator ends, to begin anew.",
          informer.getApiTypeClass().getSimpleName());
      Quarkus.asyncExit(1);
    }
  }
}
