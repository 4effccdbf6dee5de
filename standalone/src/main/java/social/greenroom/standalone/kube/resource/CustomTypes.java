package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.cel.RuleTree;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.resource.ResourceType.Traits;
import social.greenroom.standalone.kube.resource.ResourceType.View;
import social.greenroom.standalone.kube.schema.ModelSchemas;
import social.greenroom.standalone.kube.schema.Schema;
import social.greenroom.standalone.kube.schema.SchemaBuilder;
import social.greenroom.standalone.kube.table.Column;

/** The types that a custom resource definition defines: one for each version that is served. */
public final class CustomTypes {

  private static final Schema TEXT = new SchemaBuilder().type("string").build();

  private CustomTypes() {}

  public static List<ResourceType> of(ObjectNode definition) {
    List<ResourceType> types = new ArrayList<>();
    for (JsonNode version : definition.at("/spec/versions")) {
      if (version.path("served").asBoolean()) {
        types.add(type(definition.path("spec"), version));
      }
    }
    return types;
  }

  /** The schema of whole objects: what was declared, and what every object has. */
  static Schema whole(Schema declared) {
    return declared.with(
        Map.of("apiVersion", TEXT, "kind", TEXT, "metadata", ModelSchemas.of(ObjectMeta.class)));
  }

  /** The schema as rules see it: of the metadata only the name. */
  static RuleTree rules(Schema declared, String path, List<FieldError> errors) {
    Schema metadata =
        new SchemaBuilder()
            .type("object")
            .properties(Map.of("name", TEXT, "generateName", TEXT))
            .build();
    Schema seen = declared.with(Map.of("apiVersion", TEXT, "kind", TEXT, "metadata", metadata));
    return RuleTree.compile(seen, path, errors);
  }

  static JsonNode declared(JsonNode version) {
    return version.at("/schema/openAPIV3Schema");
  }

  private static ResourceType type(JsonNode spec, JsonNode version) {
    ResourceNames names = names(spec);
    String versionName = version.path("name").asText();
    Schema declared = Schema.parse(declared(version));
    Schema whole = whole(declared);
    Supplier<RuleTree> rules = new CompiledOnce(declared);
    boolean namespaced = spec.path("scope").asText().equals("Namespaced");
    boolean status = version.path("subresources").has("status");
    List<String> fields = new ArrayList<>();
    version
        .path("selectableFields")
        .forEach(f -> fields.add(f.path("jsonPath").asText().replaceFirst("^\\.", "")));
    return new ResourceType(
        names,
        versionName,
        names.groupResource().toString(),
        new Traits(namespaced, status, true, true),
        whole,
        declared(version),
        new View(columns(version), fields, Form.renamed(names.group() + "/" + versionName)),
        new CustomRules(whole, rules));
  }

  private static List<Column> columns(JsonNode version) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.NAME);
    version.path("additionalPrinterColumns").forEach(c -> columns.add(Column.parse(c)));
    if (columns.size() == 1) {
      columns.add(Column.AGE);
    }
    return columns;
  }

  private static ResourceNames names(JsonNode spec) {
    JsonNode names = spec.path("names");
    return new ResourceNames(
        spec.path("group").asText(),
        names.path("plural").asText(),
        names.path("singular").asText(),
        names.path("kind").asText(),
        names.path("listKind").asText(),
        texts(names.path("shortNames")),
        texts(names.path("categories")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  /** Compiling takes longer than all the rest of a start, so it waits for the first object. */
  private static final class CompiledOnce implements Supplier<RuleTree> {

    private final Schema declared;
    private volatile @Nullable RuleTree compiled;

    CompiledOnce(Schema declared) {
      this.declared = declared;
    }

    @Override
    public RuleTree get() {
      RuleTree rules = compiled;
      if (rules == null) {
        rules = rules(declared, "openAPIV3Schema", new ArrayList<>());
        compiled = rules;
      }
      return rules;
    }
  }
}
