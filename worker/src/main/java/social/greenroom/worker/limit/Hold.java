package social.greenroom.worker.limit;

import java.time.Instant;

/**
 * A network isn't called now.
 *
 * @param until when it may be called, as far as is known
 * @param why a sentence for people
 * @param told true where the network told that time; false where another call tries first
 */
public record Hold(Instant until, String why, boolean told) {}
