package social.greenroom.sandbox.composio;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.mcp.ToolCall;
import social.greenroom.sandbox.mcp.ToolResult;
import social.greenroom.sandbox.media.MediaStore;
import social.greenroom.sandbox.media.StoredMedia;
import social.greenroom.sandbox.media.UploadSlots;

/** LinkedIn's images: registered, sent to an address of their own, then named in a post. */
public final class LinkedInImages {
  private final MediaStore media;
  private final UploadSlots slots;
  private final Origin origin;

  public LinkedInImages(MediaStore media, UploadSlots slots, Origin origin) {
    this.media = media;
    this.slots = slots;
    this.origin = origin;
  }

  ToolResult register(ToolCall call) {
    var id = slots.open(Network.LINKEDIN.key(), owner(call.handle()));
    var address = origin.at("/uploads/linkedin/" + id);
    return Answer.ok(
        new JsonObject()
            .put("asset_urn", Urn.image(id))
            .put("image", Urn.image(id))
            .put("upload_url", address)
            .put("uploadUrl", address));
  }

  /** All the images that are named, or nothing if one isn't there or isn't the account's. */
  Optional<List<StoredMedia>> find(String handle, JsonArray named) {
    var found = new ArrayList<StoredMedia>();
    for (var one : named) {
      image(handle, one).ifPresent(found::add);
    }
    return found.size() == named.size() ? Optional.of(found) : Optional.empty();
  }

  private Optional<StoredMedia> image(String handle, Object given) {
    var named = given instanceof JsonObject json ? json : new JsonObject().put("id", given);
    var alt = named.getString("altText", "");
    return media
        .find(Urn.id(String.valueOf(named.getValue("id"))))
        .filter(found -> found.owner().equals(owner(handle)) && found.kind().image())
        .map(found -> found.described(alt.isEmpty() ? found.alt() : alt));
  }

  private static String owner(String handle) {
    return Network.LINKEDIN.key() + ':' + handle;
  }
}
