package social.greenroom.operator.plan;

/**
 * Somebody whom the change concerns.
 *
 * @param name an e-mail address, or the name in the page of who approved
 * @param why a sentence
 */
public record Person(String name, String why) {}
