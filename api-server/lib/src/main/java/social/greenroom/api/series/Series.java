package social.greenroom.api.series;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.talent.TalentRef;

/**
 * Something that a talent says again and again.
 *
 * @param name the resource's name in the cluster
 * @param text what the posts are about; of an evergreen post what was asked for
 * @param rule when it comes: a rule of RFC 5545; null for an evergreen post
 * @param repeats the request whose post is said again; null for a rule
 * @param intervalDays days between an evergreen post's repetitions
 * @param maximum how often an evergreen post is repeated at most
 * @param nextAt the next time; null when there is none
 * @param sentence why there is a next time, or none
 * @param ended true when nothing more comes of it
 * @param pausedBy who paused it; null while it goes on
 * @param times the latest times that were decided, the latest first
 * @param mayPause true where the person may pause it, or let it go on
 */
@Schema(name = "Series")
public record Series(
    UUID id,
    String name,
    TalentRef talent,
    @Schema(enumeration = {"recurrence", "evergreen"}) String kind,
    @Nullable String text,
    @Nullable String rule,
    @Nullable String repeats,
    @Nullable Integer intervalDays,
    @Nullable Integer maximum,
    @Nullable Instant nextAt,
    @Nullable String sentence,
    boolean ended,
    @Nullable String pausedBy,
    @Nullable Instant pausedAt,
    List<SeriesTime> times,
    boolean mayPause) {}
