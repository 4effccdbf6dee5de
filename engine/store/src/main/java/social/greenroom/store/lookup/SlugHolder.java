package social.greenroom.store.lookup;

import java.util.UUID;

/** Whose slug it is. */
public record SlugHolder(UUID tenantId, UUID talentId) {}
