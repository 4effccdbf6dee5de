package social.greenroom.media.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Supplier;
import social.greenroom.core.media.MediaStore;
import social.greenroom.core.media.MediaTooLargeException;
import social.greenroom.core.media.MediaUnavailableException;
import social.greenroom.media.store.ContentName;
import social.greenroom.media.store.LocalCopies;
import social.greenroom.media.store.Spool;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket with an object per content, {@code <tenant>/<sha256>}. An object appears whole or not at
 * all, and its name is its content's, so writing one twice does no harm.
 */
public final class S3MediaStore implements MediaStore, AutoCloseable {
  private final S3Client client;
  private final String bucket;
  private final LocalCopies copies = new LocalCopies(LocalCopies.DEFAULT_BYTES);

  public S3MediaStore(S3Settings settings) {
    this.bucket = settings.bucket();
    this.client =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(settings.endpoint())
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
            .forcePathStyle(settings.pathStyle())
            // Amazon's newer trailing checksums are more than other servers understand; the name
            // is a better one.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .build();
  }

  @Override
  public StoredMedia put(UUID tenantId, InputStream content, long maxBytes)
      throws IOException, MediaTooLargeException {
    // Through a file: the name is known only when all of it was read.
    var leaving = Files.createTempFile("greenroom-s3", ".part");
    try {
      var stored = Spool.write(content, leaving, maxBytes);
      if (!exists(tenantId, stored.sha256())) {
        var key = key(tenantId, stored.sha256());
        call(
            () ->
                client.putObject(
                    request -> request.bucket(bucket).key(key), RequestBody.fromFile(leaving)));
      }
      return stored;
    } finally {
      Files.deleteIfExists(leaving);
    }
  }

  @Override
  public InputStream open(UUID tenantId, String sha256) throws IOException {
    var key = key(tenantId, sha256);
    try {
      return call(() -> client.getObject(request -> request.bucket(bucket).key(key)));
    } catch (NoSuchKeyException e) {
      throw missing(sha256);
    }
  }

  @Override
  public Path file(UUID tenantId, String sha256) throws IOException {
    return copies.get(
        tenantId,
        sha256,
        file -> {
          try (var content = open(tenantId, sha256)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
          }
        });
  }

  @Override
  public boolean exists(UUID tenantId, String sha256) {
    var key = key(tenantId, sha256);
    try {
      call(() -> client.headObject(request -> request.bucket(bucket).key(key)));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
    copies.close();
  }

  private static String key(UUID tenantId, String sha256) {
    return "%s/%s".formatted(tenantId, ContentName.checked(sha256));
  }

  /** Makes the call; that the object isn't there is passed on, everything else is "not now". */
  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (NoSuchKeyException e) {
      throw e;
    } catch (S3Exception e) {
      throw new MediaUnavailableException(
          "The media store refused a request with status %d; check greenroom.media.s3."
              .formatted(e.statusCode()),
          e);
    } catch (SdkException e) {
      throw new MediaUnavailableException("The media store can't be reached right now.", e);
    }
  }

  private static NoSuchFileException missing(String sha256) {
    return new NoSuchFileException("The media store has no file %s.".formatted(sha256));
  }
}
