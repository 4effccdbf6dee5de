package social.greenroom.store.publish;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.post.VariantRow;

/**
 * A variant that a sender has taken to publish.
 *
 * @param variant as it was when it was taken
 * @param fence the claim's number; a newer claim has a greater one
 * @param dispatchId the run that took it
 */
public record Claim(VariantRow variant, long fence, String worker, @Nullable UUID dispatchId) {
  public UUID variantId() {
    return variant.id();
  }
}
