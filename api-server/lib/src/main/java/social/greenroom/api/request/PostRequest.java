package social.greenroom.api.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;

/**
 * A request for a post, and how far it has come.
 *
 * @param name the resource's name in the cluster, once it has one
 * @param accounts where it shall go; empty for all of the talent's accounts
 * @param message what is said about the stage, in a sentence
 * @param postId the post that came of it
 */
@Schema(name = "PostRequest")
public record PostRequest(
    UUID id,
    @Nullable String name,
    TalentRef talent,
    String source,
    String text,
    List<AccountRef> accounts,
    @Schema(ref = "#/components/schemas/Stage") String stage,
    @Nullable String message,
    @Nullable UUID postId,
    Instant createdAt) {}
