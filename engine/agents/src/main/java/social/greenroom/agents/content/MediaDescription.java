package social.greenroom.agents.content;

/**
 * A picture that goes with the post.
 *
 * @param sha256 of the file as it was uploaded
 * @param description what is known of it: its alternative text or its file's name; may be empty
 */
public record MediaDescription(String sha256, String description) {}
