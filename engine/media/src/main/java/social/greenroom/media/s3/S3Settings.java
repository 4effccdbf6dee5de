package social.greenroom.media.s3;

import java.net.URI;

/**
 * A bucket, and who we are to it.
 *
 * @param endpoint for example {@code https://s3.eu-central-1.amazonaws.com}
 * @param region what requests are signed for; servers that know none take any
 * @param pathStyle whether the bucket is named in the path, as most servers but Amazon's want it,
 *     or in the host name
 */
public record S3Settings(
    URI endpoint,
    String bucket,
    String region,
    String accessKey,
    String secretKey,
    boolean pathStyle) {
  @Override
  public String toString() {
    return "S3Settings[%s, bucket %s]".formatted(endpoint, bucket);
  }
}
