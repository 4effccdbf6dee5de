package social.greenroom.standalone.kube.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.protobuf.ProtobufBody;
import social.greenroom.standalone.kube.verb.WriteOptions;
import social.greenroom.standalone.kube.verb.WriteOptions.FieldValidation;

/** One request. */
record KubeRequest(String method, String path, MultiMap query, MultiMap headers, Buffer body) {

  private static final ObjectMapper YAML = new YAMLMapper();
  private static final List<String> ACCEPTED =
      List.of("application/json", "application/yaml", ProtobufBody.MEDIA_TYPE);

  String parameter(String name) {
    String value = query.get(name);
    return value == null ? "" : value;
  }

  boolean flag(String name) {
    String value = query.get(name);
    return value != null && (value.isEmpty() || value.equals("true") || value.equals("1"));
  }

  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  /** Without parameters, in lower case. */
  String contentType() {
    String type = header("Content-Type");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
  }

  /**
   * The object in the body.
   *
   * @throws ApiException 415 when it is in none of the forms, 400 when it can't be read
   */
  ObjectNode object() {
    String type = contentType();
    if (!type.isEmpty() && !ACCEPTED.contains(type)) {
      throw ApiException.unsupportedMediaType(String.join(", ", ACCEPTED));
    }
    if (json() instanceof ObjectNode object) {
      return object;
    }
    throw ApiException.badRequest("the body of the request is not an object");
  }

  /** The body whatever it is said to be; missing when there is none. */
  JsonNode json() {
    if (body.length() == 0) {
      return MissingNode.getInstance();
    }
    if (contentType().equals(ProtobufBody.MEDIA_TYPE)) {
      return ProtobufBody.read(body.getBytes());
    }
    ObjectMapper mapper = contentType().endsWith("yaml") ? YAML : KubeJson.MAPPER;
    try {
      return mapper.readTree(body.getBytes());
    } catch (JsonProcessingException e) {
      throw ApiException.badRequest("couldn't read the body: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw ApiException.badRequest("couldn't read the body: " + e.getMessage());
    }
  }

  WriteOptions writeOptions() {
    return new WriteOptions(
        dryRun(), fieldManager(), flag("force"), fieldValidation(parameter("fieldValidation")));
  }

  boolean dryRun() {
    String dryRun = parameter("dryRun");
    if (!dryRun.isEmpty() && !dryRun.equals("All")) {
      throw ApiException.badRequest(
          "dryRun: Unsupported value: \"" + dryRun + "\": supported values: \"All\"");
    }
    return !dryRun.isEmpty();
  }

  private static FieldValidation fieldValidation(String value) {
    return switch (value) {
      case "Strict" -> FieldValidation.STRICT;
      case "Ignore" -> FieldValidation.IGNORE;
      case "Warn", "" -> FieldValidation.WARN;
      default ->
          throw ApiException.badRequest(
              "fieldValidation: Unsupported value: \""
                  + value
                  + "\": supported values: \"Ignore\", \"Warn\", \"Strict\"");
    };
  }

  /** Who says to be writing; the program's name as the API server takes it otherwise. */
  private String fieldManager() {
    String said = parameter("fieldManager");
    boolean applies = contentType().startsWith("application/apply-patch");
    if (!said.isEmpty() || applies) {
      return said;
    }
    String agent = header("User-Agent");
    int slash = agent.indexOf('/');
    String program = slash < 0 ? agent : agent.substring(0, slash);
    return program.isBlank() ? "unknown" : program;
  }
}
