package social.greenroom.store.lookup;

import java.util.UUID;

/** A tenant as it is found. */
public record TenantRef(
    UUID id, String name, String namespace, String displayName, String timeZone, String status) {}
