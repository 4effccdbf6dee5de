package social.greenroom.images.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.images.ImageException;
import social.greenroom.images.TestImage;

class UnpackingTest {
  @TempDir Path folder;

  @Test
  void keepsContentPermissionsAndLinks() throws Exception {
    var image =
        new TestImage()
            .entry("usr/bin/a", 0750, 0, new byte[] {1})
            .link("bin", "usr/bin")
            .write(folder);
    var root = folder.resolve("root");

    Unpacking.unpack(image, root);

    assertThat(root.resolve("bin/a")).hasBinaryContent(new byte[] {1});
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("bin/a"))))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void replacesWhatWasThere() throws Exception {
    var root = Files.createDirectories(folder.resolve("root"));
    Files.writeString(root.resolve("old"), "old");

    Unpacking.unpack(new TestImage().write(folder), root);

    assertThat(root.resolve("old")).doesNotExist();
  }

  @Test
  void writesNothingOutsideOfItsFolder() throws Exception {
    var above = new TestImage().file("../outside", "x").write(folder);
    assertThatThrownBy(() -> Unpacking.unpack(above, folder.resolve("a")))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("lies outside of the image");

    var outside = Files.createDirectories(folder.resolve("elsewhere"));
    var linked =
        new TestImage().link("way", outside.toString()).file("way/deep/file", "x").write(folder);
    assertThatThrownBy(() -> Unpacking.unpack(linked, folder.resolve("b")))
        .isInstanceOf(ImageException.class);
    assertThat(outside).isEmptyDirectory();
  }
}
