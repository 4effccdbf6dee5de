package social.greenroom.api.series;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;

/**
 * Something that a talent says again and again.
 *
 * @param name the resource's name in the cluster
 * @param declaredIn the namespace where YAML declares it, and where alone it is changed; null for
 *     one made in the page or over REST
 * @param version counts its changes in the page; null for one from YAML
 * @param text what the posts are about; of an evergreen post what was asked for
 * @param accounts where it goes; empty for all of the talent's, null where YAML says it
 * @param rule when it comes: a rule of RFC 5545; null for an evergreen post
 * @param start the first possible time of a rule, on the talent's clock
 * @param end the last possible day or time of a rule, on the talent's clock
 * @param exceptions days or times that a rule leaves out
 * @param repeats the request whose post is said again; null for a rule
 * @param postId the post that is said again; null for a rule, or while there is none
 * @param intervalDays days between an evergreen post's repetitions
 * @param maximum how often an evergreen post is repeated at most
 * @param nextAt the next time; null when there is none
 * @param sentence why there is a next time, or none
 * @param refusal why what was asked for can't be followed; a sentence
 * @param endsAt when its end, which was asked for, holds; until then it can be taken back
 * @param ended true when nothing more comes of it
 * @param pausedBy who paused it; null while it goes on
 * @param times the latest times that were decided, the latest first
 * @param mayPause true where the person may pause it, or let it go on
 * @param mayChange true where the person may change and end it
 */
@Schema(name = "Series")
public record Series(
    UUID id,
    String name,
    @Nullable String declaredIn,
    @Nullable Integer version,
    TalentRef talent,
    @Schema(enumeration = {"recurrence", "evergreen"}) String kind,
    @Nullable String text,
    @Nullable List<AccountRef> accounts,
    @Nullable String link,
    @Nullable String rule,
    @Nullable String start,
    @Nullable String end,
    @Nullable List<String> exceptions,
    @Nullable String repeats,
    @Nullable UUID postId,
    @Nullable Integer intervalDays,
    @Nullable Integer maximum,
    @Nullable Instant nextAt,
    @Nullable String sentence,
    @Nullable String refusal,
    @Nullable Instant endsAt,
    boolean ended,
    @Nullable String pausedBy,
    @Nullable Instant pausedAt,
    List<SeriesTime> times,
    boolean mayPause,
    boolean mayChange) {}
