package social.greenroom.api.media;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where media are kept, either in a folder or in a bucket, and who may reach them. */
@ConfigMapping(prefix = "greenroom.media")
public interface ApiMediaConfig {
  /** The folder: in a cluster a volume that every replica of the API server mounts. */
  Optional<Path> dir();

  /** The bucket. */
  Optional<S3> s3();

  /**
   * The key of the tokens that Jobs get, which the operator has too: Base64 of at least 32 random
   * bytes; while it is replaced the new one and the old one, separated by a comma.
   */
  String signingKey();

  /** A bucket of S3-compatible storage. */
  interface S3 {
    /** For example {@code https://s3.eu-central-1.amazonaws.com}. */
    URI endpoint();

    String bucket();

    /** What requests are signed for; {@code us-east-1} where it is left out. */
    Optional<String> region();

    String accessKey();

    String secretKey();

    /**
     * Whether the bucket is named in the path, as most servers but Amazon's want it, or in the host
     * name; yes where it is left out.
     */
    Optional<Boolean> pathStyle();
  }
}
