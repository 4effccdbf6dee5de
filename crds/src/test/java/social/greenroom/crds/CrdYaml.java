package social.greenroom.crds;

import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;

/** Generates the YAML of the definitions from the Java types. */
final class CrdYaml {
  static final List<Class<? extends HasMetadata>> KINDS =
      List.of(
          Tenant.class,
          Talent.class,
          Account.class,
          PostRequest.class,
          McpServer.class,
          PostSeries.class);

  private CrdYaml() {}

  /** The YAML by file name. */
  static Map<String, String> generate() {
    var files = new TreeMap<String, String>();
    new CRDGenerator()
        .forCRDVersions("v1")
        .customResourceClasses(List.copyOf(KINDS))
        .withPostProcessor(new Finish())
        .withOutput(new Memory(files))
        .generate();
    return files;
  }

  private static final class Finish implements CRDPostProcessor {
    @Override
    public HasMetadata process(HasMetadata crd, String version) {
      var definition = (CustomResourceDefinition) crd;
      var kind =
          KINDS.stream()
              .filter(
                  type -> type.getSimpleName().equals(definition.getSpec().getNames().getKind()))
              .findFirst()
              .orElseThrow();
      new SchemaFinish(kind).finish(definition);
      return definition;
    }
  }

  private static final class Memory implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {
    private final Map<String, String> files;

    Memory(Map<String, String> files) {
      this.files = files;
    }

    @Override
    public ByteArrayOutputStream outputFor(String name) {
      return new ByteArrayOutputStream() {
        @Override
        public void close() throws IOException {
          super.close();
          files.put(name + ".yml", toString(StandardCharsets.UTF_8));
        }
      };
    }

    @Override
    public URI crdURI(String name) {
      return Path.of(name).toUri();
    }

    @Override
    public void close() {}
  }
}
