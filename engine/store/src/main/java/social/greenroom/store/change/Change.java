package social.greenroom.store.change;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something changed: look. Ids only, and no promise: one can be missed, and anybody who may connect
 * to the database could send one.
 *
 * @param kind variant, request, intake, series, series_asked, account, talent, tenant, stop,
 *     dispatch or mcp_server
 */
public record Change(UUID tenant, String kind, UUID id, @Nullable UUID talent) {}
