package social.greenroom.api.variant;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that follows a post which is out: a further post of its thread, or the first comment.
 *
 * @param position its turn, from 1
 * @param kind thread_part or first_comment
 * @param name what it is called: "post 2 of the thread", "the first comment"
 * @param state waiting, sending, unknown, done, failed or left_out
 * @param version goes up with every change; a decision must name the current one
 * @param reason why it waits, failed, is unknown or was left out
 * @param alteredText its text as the network shows it, where that isn't what was sent
 * @param doubt what a person is asked, while it is unknown
 * @param actions what the signed-in person may do with it now
 */
@Schema(name = "FollowUpPart")
public record FollowUpPart(
    int position,
    String kind,
    String name,
    String text,
    String state,
    String stateText,
    int version,
    @Nullable String reason,
    @Nullable String remoteUrl,
    @Nullable String alteredText,
    @Nullable Instant doneAt,
    @Nullable Doubt doubt,
    List<FollowUpAction> actions) {}
