package social.greenroom.api.variant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of variants. */
public record VariantPage(
    List<Variant> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
