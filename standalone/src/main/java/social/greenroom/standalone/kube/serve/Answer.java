package social.greenroom.standalone.kube.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;

/** What is sent back. */
record Answer(int code, Buffer body, String contentType, List<String> warnings) {

  static Answer json(int code, JsonNode body) {
    return new Answer(code, Buffer.buffer(KubeJson.bytes(body)), "application/json", List.of());
  }

  static Answer ok(JsonNode body) {
    return json(200, body);
  }

  static Answer json(Buffer body) {
    return new Answer(200, body, "application/json", List.of());
  }

  static Answer text(String body) {
    return new Answer(200, Buffer.buffer(body), "text/plain; charset=utf-8", List.of());
  }

  static Answer of(ApiException refusal) {
    return json(refusal.code(), refusal.status());
  }

  Answer warning(List<String> texts) {
    return new Answer(code, body, contentType, texts);
  }
}
