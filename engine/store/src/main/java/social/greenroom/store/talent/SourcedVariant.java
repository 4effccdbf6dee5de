package social.greenroom.store.talent;

import java.util.UUID;

/**
 * A variant that waits and needn't: its owner lets what comes from its source go out.
 *
 * @param source where its post came from
 */
public record SourcedVariant(
    UUID variantId, UUID standingApprovalId, UUID ownerId, String ownerName, String source) {}
