package social.greenroom.api.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of activity, newest first. */
public record ActivityPage(
    List<Activity> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
