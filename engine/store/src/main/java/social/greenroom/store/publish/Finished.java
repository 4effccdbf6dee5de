package social.greenroom.store.publish;

import java.util.UUID;

/** What came of a claimed variant's attempt. */
public record Finished(Claim claim, UUID attemptId, Finish finish) {}
