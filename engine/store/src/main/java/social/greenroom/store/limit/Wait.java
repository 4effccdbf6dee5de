package social.greenroom.store.limit;

import java.time.Instant;
import java.util.UUID;

/**
 * A network wants to be waited for.
 *
 * @param why a sentence with the time, on the talent's clock
 * @param until when it goes on
 */
public record Wait(UUID talentId, UUID accountId, Instant until, String why) {}
