package social.greenroom.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;
import social.greenroom.api.problem.Problem;

/**
 * Completes the generated OpenAPI document with what the code says in other ways: a record's
 * component is required unless it is {@code @Nullable}, every call may end with a problem, and
 * words with fixed values have those that the domain's enums have.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class DocumentFilter implements OASFilter {
  /** A number the build gives each method; it changes without the API changing. */
  private static final String BUILDERS_NOTE = "x-quarkus-openapi-method-ref";

  private final IndexView index;

  public DocumentFilter(IndexView index) {
    this.index = index;
  }

  @Override
  public Operation filterOperation(Operation operation) {
    operation.removeExtension(BUILDERS_NOTE);
    var content =
        OASFactory.createContent()
            .addMediaType(
                Problem.MEDIA_TYPE,
                OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    operation
        .getResponses()
        .addAPIResponse(
            "default",
            OASFactory.createAPIResponse()
                .description("What went wrong, in a sentence")
                .content(content));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var components = document.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      document.setComponents(components);
    }
    require(components);
    FixedWords.all().forEach(components::addSchema);
  }

  private void require(Components components) {
    var records = new RecordComponents(index);
    Map<String, Schema> schemas = components.getSchemas();
    if (schemas == null) {
      return;
    }
    for (var entry : schemas.entrySet()) {
      var required = records.required(entry.getKey());
      var properties = entry.getValue().getProperties();
      if (properties != null && !required.isEmpty()) {
        List<String> known = new ArrayList<>(required);
        known.retainAll(properties.keySet());
        entry.getValue().setRequired(known);
        var nullable = records.writtenAsNull(entry.getKey());
        properties.forEach(
            (name, property) -> {
              if (nullable.contains(name)) {
                property.addType(Schema.SchemaType.NULL);
              }
            });
      }
    }
  }
}
