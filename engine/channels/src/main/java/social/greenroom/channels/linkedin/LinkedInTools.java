package social.greenroom.channels.linkedin;

import java.util.Map;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.channel.ToolMapping.Tool;

/**
 * Composio's names for what we do on LinkedIn. Our names of arguments: publish has author, text,
 * visibility, lifecycleState, media; uploadMedia has owner; comment has post, author, text.
 */
final class LinkedInTools {
  static final String PUBLISH = "publish";
  static final String UPLOAD_MEDIA = "uploadMedia";
  static final String COMMENT = "comment";
  static final String ME = "me";

  static final ToolMapping USUAL =
      new ToolMapping(
          Map.of(
              PUBLISH,
              new Tool(
                  "LINKEDIN_CREATE_LINKED_IN_POST",
                  Map.of("text", "commentary", "media", "images")),
              UPLOAD_MEDIA,
              new Tool("LINKEDIN_REGISTER_IMAGE_UPLOAD", Map.of("owner", "owner_urn")),
              COMMENT,
              new Tool(
                  "LINKEDIN_CREATE_COMMENT_ON_POST",
                  Map.of("post", "target_urn", "author", "actor", "text", "message")),
              ME,
              new Tool("LINKEDIN_GET_MY_INFO", Map.of())));

  private LinkedInTools() {}
}
