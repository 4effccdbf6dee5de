package social.greenroom.standalone.kube.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.List;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.select.Selection;
import social.greenroom.standalone.kube.storage.Snapshot;
import social.greenroom.standalone.kube.storage.StoredObject;

/**
 * One page of a list. Pages are cut from the present objects, each after the last key of the one
 * before; all carry the version of the first, so that a watch from there misses nothing.
 */
record ListPage(long version, List<StoredObject> objects, String next, int remaining) {

  static ListPage cut(Snapshot snapshot, Selection selection, long limit, String token) {
    long version = snapshot.version();
    List<StoredObject> selected = snapshot.objects().stream().filter(selection::matches).toList();
    if (!token.isEmpty()) {
      JsonNode start = read(token);
      version = start.path("v").asLong();
      ObjectKey after =
          new ObjectKey(
              selected.isEmpty() ? "" : selected.get(0).key().resource(),
              start.path("ns").asText(),
              start.path("name").asText());
      selected = selected.stream().filter(o -> o.key().compareTo(after) > 0).toList();
    }
    if (limit <= 0 || selected.size() <= limit) {
      return new ListPage(version, selected, "", 0);
    }
    List<StoredObject> page = selected.subList(0, (int) limit);
    ObjectKey last = page.get(page.size() - 1).key();
    return new ListPage(version, page, token(version, last), selected.size() - page.size());
  }

  ObjectNode metadata() {
    ObjectNode metadata = KubeJson.object().put("resourceVersion", Long.toString(version));
    if (!next.isEmpty()) {
      metadata.put("continue", next).put("remainingItemCount", remaining);
    }
    return metadata;
  }

  Buffer whole(ResourceType type) {
    ObjectNode head =
        KubeJson.object().put("kind", type.names().listKind()).put("apiVersion", type.apiVersion());
    head.set("metadata", metadata());
    String start = KubeJson.text(head);
    Buffer body = Buffer.buffer(start.substring(0, start.length() - 1) + ",\"items\":[");
    ShownBytes shown = new ShownBytes(type);
    for (int i = 0; i < objects.size(); i++) {
      if (i > 0) {
        body.appendByte((byte) ',');
      }
      body.appendBytes(shown.of(objects.get(i)));
    }
    return body.appendString("]}");
  }

  private static String token(long version, ObjectKey last) {
    ObjectNode token =
        KubeJson.object().put("v", version).put("ns", last.namespace()).put("name", last.name());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(KubeJson.bytes(token));
  }

  private static JsonNode read(String token) {
    try {
      return KubeJson.object(new String(Base64.getUrlDecoder().decode(token), UTF_8));
    } catch (RuntimeException e) {
      throw ApiException.badRequest("continue key is not valid: " + token);
    }
  }
}
