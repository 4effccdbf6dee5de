package social.greenroom.sandbox.composio;

import java.util.List;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.mcp.Tool;

/** Composio's toolkit for X, which it still calls Twitter, as far as it is known to us. */
final class XTools {
  private XTools() {}

  static List<Tool> list(XPosts posts, XMedia media, XPeople people) {
    return List.of(
        new Tool(
            "TWITTER_USER_LOOKUP_ME",
            "Returns the authenticated user.",
            Operation.READ,
            Schema.object().done(),
            people::me),
        new Tool(
            "TWITTER_CREATION_OF_A_POST",
            "Creates a post.",
            Operation.PUBLISH,
            Schema.object()
                .optional("text", Schema.string("The text, at most 280 weighted characters"))
                .optional(
                    "media_media_ids",
                    Schema.list("Ids of uploaded media, at most 4", Schema.string("Media id")))
                .optional("reply_in_reply_to_tweet_id", Schema.string("Id of the post to answer"))
                .optional("quote_tweet_id", Schema.string("Id of the post to quote"))
                .done(),
            posts::create),
        new Tool(
            "TWITTER_POST_DELETE_BY_POST_ID",
            "Deletes a post of the authenticated user.",
            Operation.DELETE,
            Schema.object().required("id", Schema.string("The post's id")).done(),
            posts::delete),
        new Tool(
            "TWITTER_POST_LOOKUP_BY_POST_ID",
            "Reads a post.",
            Operation.READ,
            Schema.object().required("id", Schema.string("The post's id")).done(),
            posts::read),
        new Tool(
            "TWITTER_RECENT_SEARCH",
            "Searches the posts of the last seven days.",
            Operation.READ,
            Schema.object()
                .required("query", Schema.string("For example from:handle, or from:id"))
                .optional("max_results", Schema.integer("10 to 100, 10 if not given"))
                .optional("start_time", Schema.string("ISO 8601; only posts at or after it"))
                .optional("tweet_fields", Schema.list("Fields to return", Schema.string("Field")))
                .done(),
            posts::search),
        new Tool(
            "TWITTER_UPLOAD_MEDIA",
            "Uploads a picture for a post.",
            Operation.MEDIA,
            Schema.object()
                .required(
                    "media", Schema.file("The picture: an uploaded file, or its bytes as base64"))
                .optional("media_category", Schema.choice("Use", "tweet_image", "tweet_gif"))
                .done(),
            media::upload),
        new Tool(
            "TWITTER_UPLOAD_LARGE_MEDIA",
            "Uploads a video or a large GIF for a post.",
            Operation.MEDIA,
            Schema.object()
                .required(
                    "media", Schema.file("The video: an uploaded file, or its bytes as base64"))
                .optional("media_category", Schema.choice("Use", "tweet_video", "tweet_gif"))
                .done(),
            media::upload),
        new Tool(
            "TWITTER_USER_LIKE_POST",
            "Likes a post.",
            Operation.ENGAGE,
            Schema.object().required("tweet_id", Schema.string("The post's id")).done(),
            people::like),
        new Tool(
            "TWITTER_RETWEET_POST",
            "Reposts a post.",
            Operation.ENGAGE,
            Schema.object().required("tweet_id", Schema.string("The post's id")).done(),
            people::repost),
        new Tool(
            "TWITTER_SEND_A_NEW_MESSAGE_TO_A_USER",
            "Sends a direct message.",
            Operation.ENGAGE,
            Schema.object()
                .required("participant_id", Schema.string("The recipient's id"))
                .required("text", Schema.string("The message"))
                .done(),
            people::message));
  }
}
