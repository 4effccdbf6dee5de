package social.greenroom.core.series;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One time of a series.
 *
 * @param local on the talent's clock; it names the occurrence, also after a move to another zone
 * @param at the moment: a time that the clocks jump over comes as much later as they jump, of a
 *     time that comes twice it is the first
 */
public record Occurrence(LocalDateTime local, Instant at) {}
