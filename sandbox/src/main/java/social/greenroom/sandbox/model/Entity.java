package social.greenroom.sandbox.model;

/**
 * A thing that the question lists.
 *
 * @param about what the question says about it
 */
record Entity(String id, String about) {}
