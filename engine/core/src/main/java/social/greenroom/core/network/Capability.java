package social.greenroom.core.network;

/** What a network lets an account do through its channel. */
public enum Capability {
  PUBLISH_TEXT,
  PUBLISH_LINK,
  PUBLISH_PHOTO,
  PUBLISH_THREAD,
  FIRST_COMMENT,
  ALT_TEXT,
  DELETE,
  /**
   * The account's own recent posts can be listed, so an unknown outcome can be settled by reading.
   */
  READ_OWN_POSTS,
  HEALTH_CHECK
}
