package social.greenroom.operator.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import social.greenroom.operator.plan.PostEffects.Concerned;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.TalentRow;

/** Whose posts are concerned, and who had said yes to them. */
final class PeopleConcerned {
  private final TenantSession session;

  PeopleConcerned(TenantSession session) {
    this.session = session;
  }

  List<Person> by(List<Concerned> posts) {
    var people = new ArrayList<Person>();
    var byTalent =
        posts.stream()
            .collect(
                Collectors.groupingBy(
                    post -> post.talent().id(), LinkedHashMap::new, Collectors.toList()));
    byTalent.values().forEach(own -> talent(own.get(0).talent(), own.size(), people));
    posts.stream()
        .map(post -> post.effect().approvedBy())
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()))
        .forEach(
            (name, count) ->
                people.add(new Person(name, "approved %s.".formatted(posts(count.intValue())))));
    return people;
  }

  /** Its owner, and whoever else signs in for this talent alone. */
  private void talent(TalentRow talent, int count, List<Person> people) {
    var owner = talent.ownerEmail();
    if (owner != null) {
      people.add(new Person(owner, "owns %s: %s.".formatted(talent.displayName(), posts(count))));
    }
    session.members().list().stream()
        .filter(member -> talent.id().equals(member.talentId()))
        .filter(member -> owner == null || !member.email().equalsIgnoreCase(owner))
        .forEach(
            member ->
                people.add(
                    new Person(
                        member.email(),
                        "signs in for %s: %s.".formatted(talent.displayName(), posts(count)))));
  }

  private static String posts(int count) {
    return count == 1 ? "1 post" : "%d posts".formatted(count);
  }
}
