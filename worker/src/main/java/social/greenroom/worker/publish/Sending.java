package social.greenroom.worker.publish;

import social.greenroom.core.channel.PublishCommand;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Claim;

/** A claimed variant whose attempt is committed: from here on the network may be called, once. */
record Sending(Claim claim, AttemptRow attempt, PublishCommand command) {}
