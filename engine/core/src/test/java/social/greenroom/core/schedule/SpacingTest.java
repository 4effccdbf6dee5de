package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpacingTest {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final UUID TALENT = new UUID(0, 1);

  /** Monday. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private static final Instant NOW = at(0, 8);

  @Test
  void threePostsOverSixDaysComeEverySecondDay() {
    assertThat(times(plan(6, rules(), posts(3)))).containsExactly(at(0, 9), at(2, 9), at(4, 9));
  }

  @Test
  void twoADayGoToBothSlots() {
    assertThat(times(plan(1, rules(), posts(2)))).containsExactly(at(0, 9), at(0, 17));
  }

  @Test
  void theReasonNamesTheSlotAndWhatMovedIt() {
    var rules =
        rules(new Blackout(at(1, 0), at(2, 0), "Open day"), new Blackout(at(3, 0), at(4, 0), ""));
    var plan = plan(4, rules, posts(2));
    assertThat(times(plan)).containsExactly(at(0, 9), at(2, 9));
    assertThat(plan.get(0).reason())
        .isEqualTo(
            "Spaced out over 4 days: Monday 23 November, 09:00 is a free slot (account one: slots).");
    assertThat(plan.get(1).reason())
        .isEqualTo(
            "Spaced out over 4 days: Wednesday 25 November, 09:00 is a free slot (account one:"
                + " slots). An earlier slot was passed over: Tuesday 24 November, 09:00 is inside"
                + " the blackout 'Open day', which ends on Wednesday 25 November, 00:00 (account"
                + " one: blackout).");
  }

  @Test
  void whatFindsNoSlotStaysAndSaysWhy() {
    var plan = plan(1, rules(), posts(3));
    assertThat(times(plan)).containsExactly(at(0, 9), at(0, 17), null);
    assertThat(plan.get(2).reason())
        .startsWith("No slot in these days is left for it; choose more days. Monday 23 November,")
        .contains("would be post 3 of a day that holds 2 (account one: daily cap 2).");
  }

  @Test
  void aPostThatStaysIsInTheWayOfTheOthers() {
    // The third finds no slot and keeps its own at 12:00, so 09:00 is too close to it.
    var posts =
        List.of(post(null, null), post(null, null), new PostToSpace(id(), at(0, 12), null, null));
    assertThat(times(plan(1, rules(), posts))).containsExactly(at(0, 17), null, null);
  }

  @Test
  void aPostGoesOutWithinItsApprovedTimeWhereThatIsPossible() {
    var morning = new Embargo(at(0, 0), at(1, 0));
    var plan = plan(7, rules(), List.of(post(null, null), post(morning, null)));
    assertThat(times(plan)).containsExactly(at(0, 9), at(0, 17));
    assertThat(plan.get(1).voids()).isFalse();
    assertThat(plan.get(1).reason()).endsWith("That is within the time that was approved.");
  }

  @Test
  void aPostThatHasToLeaveItsApprovedTimeNeedsANewYes() {
    var over = new Embargo(null, at(-1, 0));
    var plan = plan(7, rules(), List.of(post(over, null), post(null, null)));
    assertThat(times(plan)).doesNotContainNull();
    assertThat(plan).extracting(Spaced::voids).containsExactly(true, false);
  }

  @Test
  void aDeadlineBringsAPostForward() {
    var soon = new Deadline(at(1, 12), UTC);
    var plan = plan(6, rules(), List.of(post(null, null), post(null, soon)));
    assertThat(times(plan)).containsExactly(at(0, 9), at(1, 9));
    assertThat(plan.get(1).reason()).endsWith(soon.sentence());
  }

  @Test
  void aDeadlineThatIsTooEarlyIsSaid() {
    var passed = new Deadline(at(0, 8), UTC);
    var plan = plan(6, rules(), List.of(post(null, passed)));
    assertThat(plan.get(0).at()).isNull();
    assertThat(plan.get(0).reason())
        .isEqualTo(passed.sentence() + " No slot in these days is as early.");
  }

  @Test
  void daysThatHavePassedAreSaid() {
    var spacing = new SpacingDays(MONDAY.minusDays(9), 9);
    assertThat(plan(spacing, rules(), posts(1)).get(0).reason())
        .isEqualTo("These days have passed; choose later ones.");
  }

  @Test
  void aDayWithoutSlotsIsSaid() {
    var rules = rules().withSlots(List.of(new WeeklySlot(DayOfWeek.SUNDAY, LocalTime.NOON)), one());
    assertThat(plan(3, rules, posts(1)).get(0).reason())
        .isEqualTo("The account has no slot in these days; choose more days.");
  }

  @Test
  void sixtyDaysAreTheMost() {
    assertThatThrownBy(() -> new SpacingDays(MONDAY, 61))
        .hasMessage("Posts are spaced out over 1 to 60 days, not 61.");
  }

  private static List<Spaced> plan(int days, PostingRules rules, List<PostToSpace> posts) {
    return plan(new SpacingDays(MONDAY, days), rules, posts);
  }

  private static List<Spaced> plan(SpacingDays days, PostingRules rules, List<PostToSpace> posts) {
    var day = new TalentDay(UTC, null, List.of());
    return List.copyOf(
        new Spacing(days, NOW, Map.of(TALENT, day))
            .of(List.of(new AccountToSpace(TALENT, rules, List.of(), posts)))
            .values());
  }

  private static List<Instant> times(List<Spaced> plan) {
    return plan.stream().map(Spaced::at).toList();
  }

  /** 09:00 and 17:00, two a day, four hours apart. */
  private static PostingRules rules(Blackout... blackouts) {
    return new PostingRules(
        UTC,
        PostingPolicy.DEFAULT.narrowedBy(
            new PostingDeclaration(
                2, Duration.ofHours(4), WeeklySlot.DEFAULTS, Arrays.asList(blackouts), null, null),
            one()));
  }

  private static RuleSource one() {
    return RuleSource.account("one");
  }

  private static List<PostToSpace> posts(int count) {
    return Stream.generate(() -> post(null, null)).limit(count).toList();
  }

  private static PostToSpace post(Embargo approved, Deadline deadline) {
    return new PostToSpace(id(), null, approved, deadline);
  }

  private static UUID id() {
    return UUID.randomUUID();
  }

  private static Instant at(int days, int hour) {
    return MONDAY.plusDays(days).atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }
}
