package social.greenroom.core.channel;

import social.greenroom.core.post.Payload;

/**
 * One publish call.
 *
 * @param idempotencyKey sent where the network takes one; the same for every attempt at the same
 *     approved payload
 */
public record PublishCommand(AccountAccess account, Payload payload, String idempotencyKey) {}
