package social.greenroom.channels.linkedin;

import java.util.Map;
import social.greenroom.channels.composio.ComposioCall;
import social.greenroom.channels.composio.FileUpload;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.outgoing.Pictures.Picture;
import social.greenroom.core.post.Payload;

/** Takes a picture to LinkedIn: registers it, then sends its bytes to the address it is given. */
record ImageUpload(FileUpload uploads, ComposioCall call) {

  /** The URN under which a post can show the picture. */
  String send(Payload payload, Picture picture) throws NetworkFailure {
    var slot = call.prepare(LinkedInTools.UPLOAD_MEDIA, Map.of("owner", payload.accountRemoteId()));
    var address = ComposioCall.text(slot, "uploadUrl", "upload_url", "value.uploadUrl");
    var urn = ComposioCall.text(slot, "image", "asset_urn", "value.image", "asset");
    if (urn.isEmpty()) {
      throw NetworkFailure.unsent("LinkedIn gave no place for a picture; nothing was sent.");
    }
    try {
      uploads.put(address, picture.media().mediaType(), picture.file());
      return urn;
    } catch (NetworkFailure e) {
      throw e.whilePreparing();
    }
  }
}
