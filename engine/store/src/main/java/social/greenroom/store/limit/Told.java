package social.greenroom.store.limit;

import java.util.UUID;
import social.greenroom.core.limit.RateWindow;

/** What a network told of one of its limits, in its answer to a call of that account's. */
public record Told(UUID accountId, RateWindow window) {}
