package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.mcp.Tool;

/**
 * Composio's LinkedIn toolkit, as far as it is known to us. It has no tool that lists a member's
 * posts.
 */
final class LinkedInTools {
  private LinkedInTools() {}

  static List<Tool> list(LinkedInPosts posts, LinkedInImages images, LinkedInAudience audience) {
    return List.of(
        new Tool(
            "LINKEDIN_GET_MY_INFO",
            "Fetches the authenticated member's profile.",
            Operation.READ,
            Schema.object().done(),
            audience::me),
        new Tool(
            "LINKEDIN_CREATE_LINKED_IN_POST",
            "Creates a post on LinkedIn for the authenticated member or an organization.",
            Operation.PUBLISH,
            post(),
            posts::create),
        new Tool(
            "LINKEDIN_CREATE_ARTICLE_OR_URL_SHARE",
            "Shares an article or a URL with a comment of one's own.",
            Operation.PUBLISH,
            Schema.object()
                .required("author", author())
                .required("url", Schema.string("The address to share"))
                .optional("commentary", Schema.string("Text above the link"))
                .optional("title", Schema.string("Title of the link"))
                .optional("visibility", visibility())
                .done(),
            posts::share),
        new Tool(
            "LINKEDIN_CREATE_COMMENT_ON_POST",
            "Comments on a post.",
            Operation.ENGAGE,
            Schema.object()
                .required("target_urn", Schema.string("The post's URN"))
                .required("actor", author())
                .required("message", Schema.string("The comment, at most 1,250 characters"))
                .done(),
            audience::comment),
        new Tool(
            "LINKEDIN_DELETE_LINKED_IN_POST",
            "Deletes a post by its share id.",
            Operation.DELETE,
            Schema.object().required("share_id", Schema.string("The post's URN or id")).done(),
            posts::delete),
        new Tool(
            "LINKEDIN_REGISTER_IMAGE_UPLOAD",
            "Registers an image upload; returns where to PUT the bytes, and the image's URN.",
            Operation.MEDIA,
            Schema.object().required("owner_urn", author()).done(),
            images::register),
        new Tool(
            "LINKEDIN_GET_POST_CONTENT",
            "Reads a post by its URN.",
            Operation.READ,
            Schema.object().required("post_id", Schema.string("The post's URN")).done(),
            posts::read),
        new Tool(
            "LINKEDIN_LIST_REACTIONS",
            "Lists the reactions on a post.",
            Operation.READ,
            Schema.object().required("entity", Schema.string("The post's URN")).done(),
            audience::reactions),
        new Tool(
            "LINKEDIN_GET_SHARE_STATS",
            "Reads the statistics of an organization's shares.",
            Operation.READ,
            Schema.object()
                .required("organizational_entity", Schema.string("The organization's URN"))
                .optional("shares", Schema.list("Share URNs", Schema.string("URN")))
                .done(),
            audience::stats));
  }

  private static JsonObject post() {
    var image =
        new JsonObject()
            .put("type", "object")
            .put(
                "properties",
                new JsonObject()
                    .put("id", Schema.string("The image's URN, from its upload's registration"))
                    .put("altText", Schema.string("Description for who can't see it")))
            .put("required", new JsonArray().add("id"));
    return Schema.object()
        .required("author", author())
        .required("commentary", Schema.string("The text, at most 3,000 characters"))
        .optional("visibility", visibility())
        .optional("lifecycleState", Schema.choice("State of the post", "PUBLISHED", "DRAFT"))
        .optional("images", Schema.list("Pictures, at most 20", image))
        .done();
  }

  private static JsonObject author() {
    return Schema.string("URN of the member or organization, such as urn:li:person:ID");
  }

  private static JsonObject visibility() {
    return Schema.choice("Who sees it", "PUBLIC", "CONNECTIONS", "LOGGED_IN");
  }
}
