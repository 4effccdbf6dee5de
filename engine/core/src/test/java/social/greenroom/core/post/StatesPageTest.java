package social.greenroom.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StatesPageTest {
  @Test
  void thePageShowsTheTable() throws IOException {
    var page = root().resolve("docs/explanation/states.md");
    if (Boolean.getBoolean("greenroom.docs.write")) {
      StatesPage.write(page);
    }
    assertThat(page)
        .as("regenerate it with -Dgreenroom.docs.write=true")
        .content()
        .isEqualTo(StatesPage.text());
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
