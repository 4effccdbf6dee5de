package social.greenroom.standalone.kube.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.StoredObject;

/**
 * Objects of one type as JSON bytes; those stored in the shown version are copied without being
 * read.
 */
final class ShownBytes {

  private final ResourceType type;
  private final byte[] start;

  ShownBytes(ResourceType type) {
    this.type = type;
    this.start = ("{\"apiVersion\":\"" + type.apiVersion() + "\"").getBytes(UTF_8);
  }

  byte[] of(StoredObject object) {
    byte[] json = object.json();
    boolean same =
        json.length > start.length && Arrays.equals(json, 0, start.length, start, 0, start.length);
    return same ? json : KubeJson.bytes(type.shown(object.object()));
  }
}
