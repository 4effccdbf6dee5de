package social.greenroom.worker.follow;

import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpClaim;

/** What is claimed, and its attempt committed: from here on the network may be called, once. */
record FollowUpSending(FollowUpClaim claim, FollowUpAttemptRow attempt, FollowUpCommand command) {}
