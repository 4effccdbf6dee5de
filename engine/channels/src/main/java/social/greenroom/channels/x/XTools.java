package social.greenroom.channels.x;

import java.util.Map;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.channel.ToolMapping.Tool;

/**
 * Composio's names for what we do on X. Our names of arguments: publish and comment have text,
 * media, replyTo; uploadMedia has media and category; recent has query, max, since, fields.
 */
final class XTools {
  static final String PUBLISH = "publish";
  static final String UPLOAD_MEDIA = "uploadMedia";
  static final String COMMENT = "comment";
  static final String RECENT = "recent";
  static final String ME = "me";

  private static final Tool POST =
      new Tool(
          "TWITTER_CREATION_OF_A_POST",
          Map.of("media", "media_media_ids", "replyTo", "reply_in_reply_to_tweet_id"));

  static final ToolMapping USUAL =
      new ToolMapping(
          Map.of(
              PUBLISH,
              POST,
              COMMENT,
              POST,
              UPLOAD_MEDIA,
              new Tool("TWITTER_UPLOAD_MEDIA", Map.of("category", "media_category")),
              RECENT,
              new Tool(
                  "TWITTER_RECENT_SEARCH",
                  Map.of("max", "max_results", "since", "start_time", "fields", "tweet_fields")),
              ME,
              new Tool("TWITTER_USER_LOOKUP_ME", Map.of())));

  private XTools() {}
}
