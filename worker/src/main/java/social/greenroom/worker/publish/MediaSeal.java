package social.greenroom.worker.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaUnavailableException;
import social.greenroom.core.post.PayloadMedia;

/**
 * Checks that the pictures to be sent are those that were approved: the approval covers their
 * hashes, so the files must still have them.
 */
record MediaSeal(MediaStore media, UUID tenantId) {

  /**
   * Reads the pictures. Not within a transaction: the store may be across a network.
   *
   * @throws social.greenroom.core.media.MediaUnavailableException when it is, and isn't reached
   */
  SeenPictures look(List<PayloadMedia> pictures) {
    var broken = pictures.stream().map(this::broken).flatMap(Optional::stream).findFirst();
    return new SeenPictures(pictures, broken.orElse(null));
  }

  private Optional<String> broken(PayloadMedia picture) {
    try (var in = media.open(tenantId, picture.sha256())) {
      return hash(in).equals(picture.sha256())
          ? Optional.empty()
          : Optional.of(
              "A picture was changed after it was approved; remove it or have it rendered again.");
    } catch (NoSuchFileException e) {
      return Optional.of(
          "A picture isn't in the media store any more; remove it or have it rendered again.");
    } catch (IOException e) {
      throw new MediaUnavailableException(
          "A picture can't be read from the media store right now.", e);
    }
  }

  private static String hash(InputStream in) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
