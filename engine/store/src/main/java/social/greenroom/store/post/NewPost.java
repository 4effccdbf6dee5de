package social.greenroom.store.post;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Origin;

/** An idea, before it has a row. */
public record NewPost(
    UUID talentId, @Nullable UUID requestId, Origin origin, String title, String idea) {}
