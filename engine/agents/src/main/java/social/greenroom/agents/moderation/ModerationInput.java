package social.greenroom.agents.moderation;

import social.greenroom.agents.prompt.Voice;
import social.greenroom.core.network.Channel;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.core.post.Payload;

/**
 * A draft to judge.
 *
 * @param neverSay all that may not be said: the talent's profile's and what was added elsewhere
 */
public record ModerationInput(
    Voice voice, NeverSayList neverSay, Payload payload, Channel channel) {}
