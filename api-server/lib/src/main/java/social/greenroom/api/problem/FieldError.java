package social.greenroom.api.problem;

/**
 * What is wrong with one field.
 *
 * @param field the field's path in the request body, for example {@code attachments[0].uri}
 * @param message a sentence that names the remedy
 */
public record FieldError(String field, String message) {}
