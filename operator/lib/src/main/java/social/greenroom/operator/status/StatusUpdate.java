package social.greenroom.operator.status;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.PrimaryUpdateAndCacheUtils;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.util.function.Supplier;

/** Writes a status where it says something new, and nothing that others own. */
public final class StatusUpdate {
  private StatusUpdate() {}

  /**
   * Writes the status, and keeps what was written for the next look: the watch may bring it later,
   * and a status that has changed back would seem to be there already. A resource that has changed
   * since it was read is waited for and written then.
   *
   * @param resource as it was read
   * @param blank makes the patch: server-side apply would own whatever else it carried
   * @return that nothing else is to be written
   */
  public static <R extends CustomResource<?, S>, S> UpdateControl<R> write(
      R resource, Supplier<R> blank, S status, Context<R> context) {
    if (!status.equals(resource.getStatus())) {
      var patch = blank.get();
      patch.setMetadata(
          new ObjectMetaBuilder()
              .withName(resource.getMetadata().getName())
              .withNamespace(resource.getMetadata().getNamespace())
              .build());
      patch.setStatus(status);
      PrimaryUpdateAndCacheUtils.ssaPatchStatusAndCacheResource(resource, patch, context);
    }
    return UpdateControl.noUpdate();
  }
}
