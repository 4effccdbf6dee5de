package social.greenroom.standalone.kube.storage;

/** What happened to an object, in the words of a watch. */
public enum ChangeType {
  ADDED,
  MODIFIED,
  DELETED
}
