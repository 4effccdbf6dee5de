package social.greenroom.channels.x;

import java.util.Map;
import social.greenroom.channels.composio.ComposioCall;
import social.greenroom.channels.composio.FileUpload;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.outgoing.Pictures.Picture;
import social.greenroom.core.channel.AccountAccess;

/** Takes a picture to X: the file to Composio, then from there by X's own upload. */
record PictureUpload(FileUpload uploads, ComposioCall call) {

  /** The id under which a post can attach the picture. */
  String send(AccountAccess account, Picture picture) throws NetworkFailure {
    try {
      var tool = call.session().tool(XTools.UPLOAD_MEDIA);
      var file = uploads.send(account, "twitter", tool, picture);
      var gif = picture.media().mediaType().equals("image/gif");
      var data =
          call.data(
              XTools.UPLOAD_MEDIA,
              Map.of("media", file, "category", gif ? "tweet_gif" : "tweet_image"));
      var id = ComposioCall.text(data, "id", "media_id_string", "media_id", "data.id");
      if (id.isEmpty()) {
        throw NetworkFailure.unsent("X didn't take a picture; nothing was sent.");
      }
      return id;
    } catch (NetworkFailure e) {
      throw e.whilePreparing();
    }
  }
}
