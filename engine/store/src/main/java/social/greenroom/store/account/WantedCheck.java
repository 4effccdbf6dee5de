package social.greenroom.store.account;

import java.time.Instant;
import java.util.UUID;

/** An account that is to be looked at, since then. */
public record WantedCheck(UUID accountId, Instant wantedAt) {}
