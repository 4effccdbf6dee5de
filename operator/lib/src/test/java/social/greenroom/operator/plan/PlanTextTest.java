package social.greenroom.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.operator.plan.PostEffect.Effect;
import social.greenroom.operator.plan.ResourceChange.Action;

class PlanTextTest {
  private static final ResourceKey DEX = new ResourceKey("Talent", "northlight", "dex");

  @Test
  void nothingToDoIsOneLineAndZero() {
    var plan = new ChangePlan(List.of(change(Action.UNCHANGED)), List.of(), List.of());
    assertThat(PlanText.of(plan))
        .isEqualTo(
            "Plan: 0 to create, 0 to change, 0 to delete, 1 as they are, 0 refused. No post is concerned.\n");
    assertThat(plan.exitCode()).isZero();
  }

  @Test
  void aChangeNamesFieldsPostsAndPeople() {
    var plan =
        new ChangePlan(
            List.of(
                new ResourceChange(
                    DEX,
                    Action.CHANGED,
                    List.of(new FieldChange("spec.policy.dailyCap", "4", null)),
                    List.of())),
            List.of(
                new PostEffect(
                    "Bread", "1", "Dex", "dex-x", Effect.HELD, "The talent is on hold.", "Dex")),
            List.of(new Person("dex@northlight.example", "owns Dex: 1 post.")));
    assertThat(PlanText.of(plan).lines())
        .containsExactly(
            "~ Talent northlight/dex: changed",
            "    spec.policy.dailyCap: 4 -> (none)",
            "",
            "Posts",
            "  held  Dex, dex-x: \"Bread\". The talent is on hold. (approved by Dex)",
            "",
            "People",
            "  dex@northlight.example owns Dex: 1 post.",
            "",
            "Plan: 0 to create, 1 to change, 0 to delete, 0 as they are, 0 refused. 1 post is concerned.");
    assertThat(plan.exitCode()).isEqualTo(2);
  }

  @Test
  void oneRefusalRefusesThePlan() {
    var plan =
        new ChangePlan(
            List.of(change(Action.CREATED), change(Action.REFUSED)), List.of(), List.of());
    assertThat(plan.exitCode()).isEqualTo(1);
  }

  private static ResourceChange change(Action action) {
    return new ResourceChange(DEX, action, List.of(), List.of());
  }
}
