package social.greenroom.standalone.kubeapi;

import static java.util.function.Predicate.not;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs of a real Kubernetes API server. They are looked for where other test suites put
 * them: in {@code KUBEBUILDER_ASSETS}, a folder with the programs (controller-runtime's envtest),
 * or in {@code KUBE_API_TEST_DIR}, whose folder {@code k8s} holds one such folder for each version
 * (fabric8's kube-api-test). These leave out the controller manager, which may be on the PATH.
 */
record ServerPrograms(Path etcd, Path apiserver, Path controllerManager) {

  private static final String CONTROLLER_MANAGER = "kube-controller-manager";
  private static final String REMEDY =
      "Run 'export KUBEBUILDER_ASSETS=$(.ci/kubernetes/build)', which wants Go and etcd, or name a"
          + " folder that has the programs etcd, kube-apiserver and kube-controller-manager.";

  /**
   * @throws IllegalStateException with a sentence that says how to get them
   */
  static ServerPrograms find(Map<String, String> environment) throws IOException {
    Path folder = folder(environment);
    return new ServerPrograms(
        program(folder, "etcd"),
        program(folder, "kube-apiserver"),
        controllerManager(folder, environment));
  }

  /** Neither envtest nor kube-api-test brings it, so beside their programs it is on the PATH. */
  private static Path controllerManager(Path folder, Map<String, String> environment) {
    var path = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
    return Stream.concat(
            Stream.of(folder), Stream.of(path).filter(not(String::isEmpty)).map(Path::of))
        .map(place -> place.resolve(CONTROLLER_MANAGER))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s isn't in %s, as where only an API server was downloaded, and isn't on the PATH. %s"
                        .formatted(CONTROLLER_MANAGER, folder, REMEDY)));
  }

  private static Path folder(Map<String, String> environment) throws IOException {
    String assets = environment.get("KUBEBUILDER_ASSETS");
    if (assets != null) {
      return Path.of(assets);
    }
    String testDir = environment.get("KUBE_API_TEST_DIR");
    if (testDir != null) {
      return newest(Path.of(testDir, "k8s"))
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "KUBE_API_TEST_DIR names %s, which has no folder k8s/VERSION. %s"
                          .formatted(testDir, REMEDY)));
    }
    throw new IllegalStateException(
        "The tests against a real Kubernetes API server want its programs, and neither"
            + " KUBEBUILDER_ASSETS nor KUBE_API_TEST_DIR is set. "
            + REMEDY);
  }

  private static Optional<Path> newest(Path versions) throws IOException {
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (var folders = Files.list(versions)) {
      return folders.max(Comparator.comparing(ServerPrograms::version));
    }
  }

  /** Of a folder named as {@code 1.32.0-linux-amd64}. */
  private static ModuleDescriptor.Version version(Path folder) {
    String name = folder.getFileName().toString();
    int end = name.indexOf('-');
    return ModuleDescriptor.Version.parse(end < 0 ? name : name.substring(0, end));
  }

  private static Path program(Path folder, String name) {
    Path program = folder.resolve(name);
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(
          "%s isn't there or can't be run. %s".formatted(program, REMEDY));
    }
    return program;
  }
}
