package social.greenroom.operator.status;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.util.function.Supplier;

/** Writes a status where it says something new, and nothing that others own. */
public final class StatusUpdate {
  private StatusUpdate() {}

  /**
   * @param resource as it was read
   * @param blank makes the patch: server-side apply would own whatever else it carried
   */
  public static <R extends CustomResource<?, S>, S> UpdateControl<R> of(
      R resource, Supplier<R> blank, S status) {
    if (status.equals(resource.getStatus())) {
      return UpdateControl.noUpdate();
    }
    var patch = blank.get();
    patch.setMetadata(
        new ObjectMetaBuilder()
            .withName(resource.getMetadata().getName())
            .withNamespace(resource.getMetadata().getNamespace())
            .build());
    patch.setStatus(status);
    return UpdateControl.patchStatus(patch);
  }
}
