package social.greenroom.store.lookup;

import java.util.UUID;

/** Something handed in that has no PostRequest yet. */
public record WaitingIntake(UUID tenantId, UUID intakeId) {}
