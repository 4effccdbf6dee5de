package social.greenroom.api.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of requests. */
public record PostRequestPage(
    List<PostRequest> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
