package social.greenroom.api.overview;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.activity.Subject;
import social.greenroom.api.talent.TalentRef;

/**
 * Something a person should look at.
 *
 * @param kind its name for programs, for example {@code variant.failed}
 */
@Schema(name = "Care")
public record Care(
    String kind,
    @Schema(ref = "#/components/schemas/Severity") String severity,
    String sentence,
    Subject subject,
    @Nullable TalentRef talent) {}
