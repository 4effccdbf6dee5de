package social.greenroom.media.s3;

import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.options.ListContainerOptions;

/** A server that speaks S3, in this JVM, with one bucket in memory. */
final class S3Server {
  static final String BUCKET = "media";
  static final String ACCESS_KEY = "greenroom";
  static final String SECRET_KEY = "only-for-tests";

  private final BlobStoreContext context;
  private final S3Proxy proxy;

  S3Server() throws Exception {
    context =
        ContextBuilder.newBuilder("transient")
            .credentials("identity", "credential")
            .build(BlobStoreContext.class);
    context.getBlobStore().createContainerInLocation(null, BUCKET);
    proxy =
        S3Proxy.builder()
            .blobStore(context.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .build();
    proxy.start();
  }

  S3Settings settings() {
    return settings(SECRET_KEY);
  }

  S3Settings settings(String secretKey) {
    return new S3Settings(
        URI.create("http://127.0.0.1:" + proxy.getPort()),
        BUCKET,
        "us-east-1",
        ACCESS_KEY,
        secretKey,
        true);
  }

  /** The names of all objects. */
  Iterable<String> keys() {
    return context.getBlobStore().list(BUCKET, ListContainerOptions.Builder.recursive()).stream()
        .map(blob -> blob.getName())
        .toList();
  }

  void stop() throws Exception {
    proxy.stop();
    context.close();
  }
}
