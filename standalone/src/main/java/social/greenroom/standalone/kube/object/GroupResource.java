package social.greenroom.standalone.kube.object;

/**
 * A resource of a group, written as errors name it: {@code accounts.greenroom.social}, {@code
 * secrets}.
 */
public record GroupResource(String group, String resource) {

  @Override
  public String toString() {
    return group.isEmpty() ? resource : resource + "." + group;
  }
}
