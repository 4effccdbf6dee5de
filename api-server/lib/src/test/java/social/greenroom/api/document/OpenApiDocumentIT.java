package social.greenroom.api.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.api.testing.DatabaseResource;

/**
 * The document in docs/ and the page's copy are what the server serves. After a change of the API
 * write them anew: {@code mvn verify -pl api-server/lib -Dit.test=OpenApiDocumentIT
 * -Dgreenroom.openapi.write=true}.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class OpenApiDocumentIT {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  @TestHTTPResource(value = "/", management = true)
  URI management;

  @ParameterizedTest
  @ValueSource(strings = {"../../docs/reference/openapi.json", "../../ui/openapi.json"})
  void theStoredDocumentIsUpToDate(String file) throws IOException {
    var path = Path.of(file);
    var served = text(served());
    if (Boolean.getBoolean("greenroom.openapi.write")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, served);
    }
    assertThat(path).as("written by -Dgreenroom.openapi.write=true").content().isEqualTo(served);
  }

  @Test
  void everyCallHasANameAndMayEndWithAProblem() throws IOException {
    var names = new ArrayList<String>();
    for (var path : served().get("paths")) {
      for (var operation : path) {
        names.add(operation.path("operationId").asText());
        assertThat(
                operation
                    .at("/responses/default/content/application~1problem+json/schema/$ref")
                    .asText())
            .isEqualTo("#/components/schemas/Problem");
      }
    }
    assertThat(names).doesNotContain("").doesNotHaveDuplicates().hasSizeGreaterThan(15);
  }

  @Test
  void requiredIsWhatIsNeverNull() throws IOException {
    var variant = served().at("/components/schemas/Variant");
    assertThat(texts(variant.get("required")))
        .contains("id", "state", "contentHash", "actions")
        .doesNotContain("publishAt", "window", "remoteUrl");
    assertThat(texts(served().at("/components/schemas/VariantPage/required")))
        .contains("nextCursor");
    assertThat(texts(served().at("/components/schemas/VariantPage/properties/nextCursor/type")))
        .containsExactlyInAnyOrder("string", "null");
    assertThat(texts(served().at("/components/schemas/Session/required")))
        .containsExactlyInAnyOrder("user", "tenant", "role", "csrfToken", "sandbox");
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    var document = served();
    var schemas = document.at("/components/schemas");
    document.findValuesAsText("$ref").stream()
        .map(reference -> reference.substring("#/components/schemas/".length()))
        .forEach(name -> assertThat(schemas.has(name)).as(name).isTrue());
  }

  private JsonNode served() throws IOException {
    return JSON.readTree(
        given()
            .accept("application/json")
            .get(management.resolve("/q/openapi"))
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  // Sorted, so that a change of the API is a small difference here.
  private static String text(JsonNode document) throws IOException {
    return JSON.writeValueAsString(JSON.treeToValue(document, TreeMap.class)) + "\n";
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
