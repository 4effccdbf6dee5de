package social.greenroom.operator.plan;

import java.util.List;
import social.greenroom.operator.plan.ResourceChange.Action;

/** What a change would do. */
public record ChangePlan(
    List<ResourceChange> resources, List<PostEffect> posts, List<Person> people) {
  private static final int NOTHING_TO_DO = 0;
  private static final int REFUSED = 1;
  private static final int CHANGES = 2;

  public ChangePlan {
    resources = List.copyOf(resources);
    posts = List.copyOf(posts);
    people = List.copyOf(people);
  }

  public long count(Action action) {
    return resources.stream().filter(change -> change.action() == action).count();
  }

  /** 0 when nothing is to be done, 2 when something is, 1 when something is refused. */
  public int exitCode() {
    if (count(Action.REFUSED) > 0) {
      return REFUSED;
    }
    return count(Action.UNCHANGED) == resources.size() ? NOTHING_TO_DO : CHANGES;
  }
}
