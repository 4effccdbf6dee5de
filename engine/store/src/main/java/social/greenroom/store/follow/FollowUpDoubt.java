package social.greenroom.store.follow;

/** Something that follows a post and may have gone out, with the attempt nobody knows about. */
public record FollowUpDoubt(FollowUpRow row, FollowUpAttemptRow attempt) {}
