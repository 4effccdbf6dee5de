package social.greenroom.standalone.kubeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramsTest {
  private static final String HOW = "Run 'export KUBEBUILDER_ASSETS=$(.ci/kubernetes/build)'";

  @TempDir Path folder;

  @Test
  void theFolderWithAllOfThemIsTaken() throws IOException {
    var assets = programs("assets", "etcd", "kube-apiserver", "kube-controller-manager");
    var elsewhere = programs("elsewhere", "kube-controller-manager");

    var found =
        ServerPrograms.find(
            Map.of("KUBEBUILDER_ASSETS", assets.toString(), "PATH", elsewhere.toString()));

    assertThat(found)
        .isEqualTo(
            new ServerPrograms(
                assets.resolve("etcd"),
                assets.resolve("kube-apiserver"),
                assets.resolve("kube-controller-manager")));
  }

  @Test
  void besideWhatEnvtestDownloadsTheControllerManagerIsOnThePath() throws IOException {
    var assets = programs("assets", "etcd", "kube-apiserver", "kubectl");
    var tools = programs("tools", "kube-controller-manager");

    var found =
        ServerPrograms.find(
            Map.of("KUBEBUILDER_ASSETS", assets.toString(), "PATH", folder + ":" + tools));

    assertThat(found.apiserver()).isEqualTo(assets.resolve("kube-apiserver"));
    assertThat(found.controllerManager()).isEqualTo(tools.resolve("kube-controller-manager"));
  }

  @Test
  void ofSeveralVersionsTheNewestIsTaken() throws IOException {
    programs("k8s/1.9.0-linux-amd64", "etcd", "kube-apiserver");
    var newest = programs("k8s/1.32.0-linux-amd64", "etcd", "kube-apiserver");
    var tools = programs("tools", "kube-controller-manager");

    var found =
        ServerPrograms.find(
            Map.of("KUBE_API_TEST_DIR", folder.toString(), "PATH", tools.toString()));

    assertThat(found.etcd()).isEqualTo(newest.resolve("etcd"));
  }

  @Test
  void whereNoneIsNamedASentenceSaysHowToGetThem() {
    assertThatThrownBy(() -> ServerPrograms.find(Map.of()))
        .hasMessageContainingAll("neither KUBEBUILDER_ASSETS nor KUBE_API_TEST_DIR is set", HOW);
  }

  @Test
  void aProgramThatIsMissingIsNamed() throws IOException {
    var assets = programs("assets", "etcd", "kube-apiserver");

    assertThatThrownBy(() -> ServerPrograms.find(Map.of("KUBEBUILDER_ASSETS", assets.toString())))
        .hasMessageContainingAll(
            "kube-controller-manager isn't in " + assets, "isn't on the PATH", HOW);
    assertThatThrownBy(() -> ServerPrograms.find(Map.of("KUBEBUILDER_ASSETS", folder.toString())))
        .hasMessageContainingAll(folder.resolve("etcd") + " isn't there", HOW);
    assertThatThrownBy(() -> ServerPrograms.find(Map.of("KUBE_API_TEST_DIR", assets.toString())))
        .hasMessageContainingAll("no folder k8s/VERSION", HOW);
  }

  private Path programs(String name, String... programs) throws IOException {
    var place = Files.createDirectories(folder.resolve(name));
    for (var program : programs) {
      assertThat(Files.createFile(place.resolve(program)).toFile().setExecutable(true)).isTrue();
    }
    return place;
  }
}
