package social.greenroom.operator.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.plan.ResourceChange.Action;

/** A plan as a person reads it: what stays as it is is counted, not listed. */
public final class PlanText {
  private static final int LONGEST = 100;

  private final List<String> lines = new ArrayList<>();

  private PlanText() {}

  /** Lines without colour, the last one the sum. */
  public static String of(ChangePlan plan) {
    var text = new PlanText();
    plan.resources().stream()
        .filter(change -> change.action() != Action.UNCHANGED || !change.sentences().isEmpty())
        .forEach(text::resource);
    text.section("Posts", plan.posts().stream().map(PlanText::post).toList());
    text.section(
        "People",
        plan.people().stream()
            .map(person -> "%s %s".formatted(person.name(), person.why()))
            .toList());
    text.sum(plan);
    return String.join("\n", text.lines) + "\n";
  }

  private void resource(ResourceChange change) {
    lines.add(
        "%s %s: %s"
            .formatted(change.action().sign(), change.resource().words(), word(change.action())));
    change.fields().forEach(field -> lines.add("    %s".formatted(field(field))));
    change.sentences().forEach(sentence -> lines.add("    %s".formatted(sentence)));
  }

  private static String field(FieldChange field) {
    return "%s: %s -> %s".formatted(field.path(), value(field.before()), value(field.after()));
  }

  private static String value(@Nullable String json) {
    if (json == null) {
      return "(none)";
    }
    return json.length() > LONGEST ? json.substring(0, LONGEST) + "…" : json;
  }

  private static String post(PostEffect post) {
    return "%s  %s, %s: \"%s\". %s%s"
        .formatted(
            post.effect().name().toLowerCase(Locale.ROOT),
            post.talent(),
            post.account(),
            post.post(),
            post.sentence(),
            post.approvedBy() == null ? "" : " (approved by %s)".formatted(post.approvedBy()));
  }

  private void section(String title, List<String> entries) {
    if (!entries.isEmpty()) {
      lines.add("");
      lines.add(title);
      entries.forEach(entry -> lines.add("  " + entry));
    }
  }

  private void sum(ChangePlan plan) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(
        "Plan: %d to create, %d to change, %d to delete, %d as they are, %d refused. %s"
            .formatted(
                plan.count(Action.CREATED),
                plan.count(Action.CHANGED),
                plan.count(Action.DELETED),
                plan.count(Action.UNCHANGED),
                plan.count(Action.REFUSED),
                concerned(plan.posts().size())));
  }

  private static String concerned(int posts) {
    return switch (posts) {
      case 0 -> "No post is concerned.";
      case 1 -> "1 post is concerned.";
      default -> "%d posts are concerned.".formatted(posts);
    };
  }

  private static String word(Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }
}
