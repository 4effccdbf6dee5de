package social.greenroom.agents.persona;

/**
 * What the persona agent decided.
 *
 * @param idea what to post about; empty when it stays silent
 * @param reason why, as a sentence for the people concerned
 */
public record PersonaDecision(boolean postNow, String idea, String reason) {}
