package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.mcp.ToolCall;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.media.MediaStore;
import social.greenroom.sandbox.media.StoredMedia;
import social.greenroom.sandbox.media.UploadSlots;

/** X's media: given as a file uploaded to Composio before, or in the call itself as base64. */
public final class XMedia {
  private static final int MAX_IMAGE = 5_242_880;

  private final MediaStore media;
  private final UploadSlots slots;

  public XMedia(MediaStore media, UploadSlots slots) {
    this.media = media;
    this.slots = slots;
  }

  ToolResult upload(ToolCall call) {
    var kept =
        call.arguments().getValue("media") instanceof JsonObject file
            ? media
                .find(file.getString("s3key", ""))
                .filter(found -> found.owner().equals(owner(call.handle())))
            : decode(call);
    if (kept.isEmpty()) {
      return X.refused(400, "Invalid Request", "The media is missing or of an unknown type.");
    }
    if (kept.get().kind().image() && kept.get().bytes() > MAX_IMAGE) {
      return X.refused(400, "Invalid Request", "File size exceeds 5242880 bytes.");
    }
    return Answer.ok(
        new JsonObject()
            .put("id", kept.get().id())
            .put("media_key", "3_" + kept.get().id())
            .put("size", kept.get().bytes()));
  }

  Optional<StoredMedia> find(String handle, String id) {
    return media.find(id).filter(found -> found.owner().equals(owner(handle)));
  }

  private Optional<StoredMedia> decode(ToolCall call) {
    try {
      var bytes = Base64.getMimeDecoder().decode(call.arguments().getString("media", ""));
      var id = slots.open(Network.X.key(), owner(call.handle()));
      return media.keep(id, owner(call.handle()), bytes, "");
    } catch (IllegalArgumentException | ClassCastException e) {
      return Optional.empty();
    }
  }

  static String owner(String handle) {
    return Network.X.key() + ':' + handle;
  }
}
