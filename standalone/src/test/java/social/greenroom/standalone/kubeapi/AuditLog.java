package social.greenroom.standalone.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a kube-apiserver wrote down of who asked what. */
public record AuditLog(Path file) {

  static final String POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules: [{level: Metadata}]
      """;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A request for a resource, as the rules of a role speak of it.
   *
   * @param resource with its subresource, as in {@code postrequests/status}
   * @param code the HTTP status of the answer
   */
  public record Call(
      String verb, String group, String resource, String namespace, String name, int code) {}

  /** The calls of that user so far. */
  public List<Call> of(String user) throws IOException {
    var calls = new ArrayList<Call>();
    for (var line : Files.readAllLines(file)) {
      var entry = MAPPER.readTree(line);
      if (user.equals(entry.at("/user/username").asText()) && entry.has("objectRef")) {
        calls.add(call(entry));
      }
    }
    return calls;
  }

  private static Call call(JsonNode entry) {
    var object = entry.get("objectRef");
    var subresource = object.path("subresource").asText("");
    var resource = object.path("resource").asText("");
    return new Call(
        entry.get("verb").asText(),
        object.path("apiGroup").asText(""),
        subresource.isEmpty() ? resource : resource + "/" + subresource,
        object.path("namespace").asText(""),
        object.path("name").asText(""),
        entry.at("/responseStatus/code").asInt());
  }
}
