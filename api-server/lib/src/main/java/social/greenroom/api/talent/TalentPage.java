package social.greenroom.api.talent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of talents. */
public record TalentPage(
    List<Talent> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
