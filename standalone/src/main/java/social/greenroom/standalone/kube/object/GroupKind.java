package social.greenroom.standalone.kube.object;

/**
 * A kind of a group, written as errors name it: {@code Account.greenroom.social}, {@code Secret}.
 */
public record GroupKind(String group, String kind) {

  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
