package social.greenroom.core.usage;

/**
 * What one call of a model used.
 *
 * @param agent who asked: {@code persona}, {@code content}, {@code moderation}
 * @param model the model's id as the router was asked for it
 * @param inputTokens as the router counted them; 0 where it doesn't say
 * @param outputTokens as the router counted them; 0 where it doesn't say
 * @param millis how long the answer took
 */
public record Usage(String agent, String model, int inputTokens, int outputTokens, long millis) {}
