package social.greenroom.api.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.media.s3.S3MediaStore;
import social.greenroom.media.store.FileMediaStore;

class ApiMediaTest {
  private static final Map<String, String> BUCKET =
      Map.of(
          "greenroom.media.s3.endpoint", "http://127.0.0.1:9",
          "greenroom.media.s3.bucket", "media",
          "greenroom.media.s3.access-key", "key",
          "greenroom.media.s3.secret-key", "secret");

  @TempDir Path folder;

  @Test
  void aFolderIsAFileStore() {
    assertThat(opened(Map.of("greenroom.media.dir", folder.toString())).store())
        .isInstanceOf(FileMediaStore.class);
  }

  @Test
  void aBucketIsAnS3StoreWithoutMoreSettings() {
    var media = opened(BUCKET);
    assertThat(media.store()).isInstanceOf(S3MediaStore.class);
    media.close();
  }

  @Test
  void oneOfThemHasToBeChosen() {
    var both = new HashMap<>(BUCKET);
    both.put("greenroom.media.dir", folder.toString());

    for (var settings : List.<Map<String, String>>of(both, Map.of())) {
      assertThatThrownBy(() -> opened(settings))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("greenroom.media.dir")
          .hasMessageContaining("greenroom.media.s3");
    }
  }

  @Test
  void aBucketWithoutItsKeyNamesThePropertyThatIsMissing() {
    var settings = new HashMap<>(BUCKET);
    settings.remove("greenroom.media.s3.secret-key");
    assertThatThrownBy(() -> opened(settings))
        .hasStackTraceContaining("greenroom.media.s3.secret-key");
  }

  private static ApiMedia opened(Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("greenroom.media.signing-key", "unused");
    var config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 100))
            .withMapping(ApiMediaConfig.class)
            .build();
    return new ApiMedia(config.getConfigMapping(ApiMediaConfig.class));
  }
}
