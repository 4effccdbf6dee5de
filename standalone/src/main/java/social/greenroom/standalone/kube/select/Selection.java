package social.greenroom.standalone.kube.select;

import social.greenroom.standalone.kube.storage.StoredObject;

/** Which objects of a resource a list or a watch is about. */
public record Selection(String namespace, LabelSelector labels, FieldSelector fields) {

  public boolean matches(StoredObject object) {
    return (namespace.isEmpty() || namespace.equals(object.key().namespace()))
        && labels.matches(object.labels())
        && fields.matches(object);
  }
}
