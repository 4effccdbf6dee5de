package social.greenroom.api.activity;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.talent.TalentRef;

/**
 * Something that was done.
 *
 * @param act its name for programs, for example {@code variant.approved}
 * @param sentence the same for people
 */
@Schema(name = "Activity")
public record Activity(
    UUID id,
    Instant at,
    Actor actor,
    String act,
    String sentence,
    Subject subject,
    @Nullable TalentRef talent) {}
