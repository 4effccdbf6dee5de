package social.greenroom.api.media;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.media.ApiMediaConfig.S3;
import social.greenroom.core.media.MediaStore;
import social.greenroom.media.s3.S3MediaStore;
import social.greenroom.media.s3.S3Settings;
import social.greenroom.media.store.FileMediaStore;

/** The media store as the api server uses it; a wrapper, so that other programs can have theirs. */
@Startup // so that a setting that is missing stops the start, and not the first upload
@ApplicationScoped
public class ApiMedia {
  private static final String REGION = "us-east-1";

  private final MediaStore store;
  private final @Nullable S3MediaStore bucket;

  ApiMedia(ApiMediaConfig config) {
    if (config.dir().isPresent() == config.s3().isPresent()) {
      throw new IllegalStateException(
          "Set either greenroom.media.dir, a folder for media, or greenroom.media.s3, a bucket.");
    }
    bucket = config.s3().map(ApiMedia::open).orElse(null);
    store = bucket == null ? folder(config.dir()) : bucket;
  }

  private static MediaStore folder(Optional<Path> dir) {
    return new FileMediaStore(dir.orElseThrow());
  }

  private static S3MediaStore open(S3 s3) {
    return new S3MediaStore(
        new S3Settings(
            s3.endpoint(),
            s3.bucket(),
            s3.region().orElse(REGION),
            s3.accessKey(),
            s3.secretKey(),
            s3.pathStyle().orElse(true)));
  }

  public MediaStore store() {
    return store;
  }

  @PreDestroy
  void close() {
    if (bucket != null) {
      bucket.close();
    }
  }
}
