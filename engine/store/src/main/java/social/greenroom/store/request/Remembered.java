package social.greenroom.store.request;

/**
 * A request's row.
 *
 * @param created false when the same request was seen before: then it isn't done again
 */
public record Remembered(RequestRow request, boolean created) {}
