package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Between the form an object is stored in and the form one group and version shows. */
public interface Form {

  ObjectNode toStored(ObjectNode shown);

  /** May change and return its argument. */
  ObjectNode fromStored(ObjectNode stored);

  /** Versions that differ in name only. */
  static Form renamed(String apiVersion) {
    return new Form() {
      @Override
      public ObjectNode toStored(ObjectNode shown) {
        return shown;
      }

      @Override
      public ObjectNode fromStored(ObjectNode stored) {
        return stored.put("apiVersion", apiVersion);
      }
    };
  }
}
