package social.greenroom.worker.limit;

import java.time.Instant;

/**
 * A network isn't called now.
 *
 * @param until when it may be called, as far as is known
 * @param why a sentence for people
 */
public record Hold(Instant until, String why) {}
