package social.greenroom.core.network;

/**
 * Something a network wouldn't take.
 *
 * @param field the payload's field, for example {@code text}, {@code thread[1]}, {@code media}
 * @param message a sentence that says what is wrong and what to do
 */
public record Problem(String field, String message) {}
