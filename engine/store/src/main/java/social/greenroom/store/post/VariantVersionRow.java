package social.greenroom.store.post;

import java.time.Instant;
import java.util.UUID;

/** A payload that a variant once had. */
public record VariantVersionRow(
    UUID tenantId,
    UUID variantId,
    int version,
    String payload,
    String contentHash,
    String changedBy,
    Instant at) {}
