package social.greenroom.api.caps;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a talent has set themselves.
 *
 * @param words the same for a person, a line each; empty where nothing is set
 * @param timeZone on whose clock days and quiet hours are meant
 * @param setAt since when it holds; absent where nothing is set
 * @param maySet whether the person who asks is that talent
 */
@Schema(name = "OwnCapsState")
public record OwnCapsState(
    TalentCaps caps,
    List<String> words,
    String timeZone,
    @Nullable Instant setAt,
    boolean maySet) {}
