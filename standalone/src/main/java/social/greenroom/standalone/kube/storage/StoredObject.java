package social.greenroom.standalone.kube.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.object.OwnerReference;

/**
 * One version of one object. Kept as bytes, since most are only ever copied to a client; what
 * selecting and collecting need is read out once.
 */
public final class StoredObject {

  private final ObjectKey key;
  private final String uid;
  private final long version;
  private final byte[] json;
  private final Map<String, String> labels;
  private final List<OwnerReference> owners;
  private final boolean terminating;

  private StoredObject(ObjectKey key, long version, byte[] json, Metadata metadata) {
    this.key = key;
    this.uid = metadata.uid();
    this.version = version;
    this.json = json;
    this.labels = Map.copyOf(metadata.labels());
    this.owners = List.copyOf(metadata.owners());
    this.terminating = metadata.terminating();
  }

  static StoredObject of(ObjectKey key, long version, ObjectNode object) {
    Metadata metadata = Metadata.of(object);
    metadata.node().put("resourceVersion", Long.toString(version));
    return new StoredObject(key, version, KubeJson.bytes(object), metadata);
  }

  static StoredObject read(ObjectKey key, long version, byte[] json) {
    return new StoredObject(key, version, json, Metadata.of(KubeJson.object(json)));
  }

  public ObjectKey key() {
    return key;
  }

  public String uid() {
    return uid;
  }

  public long version() {
    return version;
  }

  /** The JSON in its stored form; shared, so never to be changed. */
  public byte[] json() {
    return json;
  }

  /** A copy that belongs to the caller. */
  public ObjectNode object() {
    return KubeJson.object(json);
  }

  public Map<String, String> labels() {
    return labels;
  }

  public List<OwnerReference> owners() {
    return owners;
  }

  public boolean terminating() {
    return terminating;
  }
}
