package social.greenroom.store.lookup;

import java.util.UUID;

/** A series that a person asked for, and that the operator is to act on. */
public record WaitingSeries(UUID tenantId, UUID seriesId) {}
