package social.greenroom.standalone.kube.apply;

/**
 * Who changes fields, and how.
 *
 * @param operation {@code Apply} or {@code Update}
 * @param subresource empty for the object itself
 */
public record Manager(String name, String operation, String subresource) {

  public static Manager applying(String name, String subresource) {
    return new Manager(name, "Apply", subresource);
  }

  public static Manager updating(String name, String subresource) {
    return new Manager(name, "Update", subresource);
  }

  boolean applies() {
    return operation.equals("Apply");
  }
}
