package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Posts that are spaced out break no rule, whatever the rules, the days and the posts are. */
class SpacingPropertyTest {
  /** Two days before the clocks go back in Berlin, and nine before they go forward in São Paulo. */
  private static final Instant NOW = Instant.parse("2018-10-26T10:30:00Z");

  private static final UUID TALENT = new UUID(0, 1);

  record Case(ZoneId zone, SpacingDays days, Integer talentCap, List<AccountToSpace> accounts) {
    Map<UUID, Spaced> plan() {
      var taken = accounts.stream().flatMap(account -> account.taken().stream()).toList();
      var day = new TalentDay(zone, talentCap, taken);
      return new Spacing(days, NOW, Map.of(TALENT, day)).of(accounts);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noRuleIsBroken(@ForAll("cases") Case given) {
    var plan = given.plan();
    for (var account : given.accounts()) {
      var times = times(account, plan);
      for (var post : account.posts()) {
        var at = spaced(plan, post).at();
        if (at == null) {
          continue;
        }
        assertThat(at)
            .isAfter(NOW)
            .isAfterOrEqualTo(given.days().begin(given.zone()))
            .isBefore(given.days().end(given.zone()));
        assertThat(account.rules().slotsOn(at.atZone(given.zone()).toLocalDate())).contains(at);
        assertThat(account.rules().blackouts()).noneMatch(blackout -> blackout.contains(at));
        var embargo = account.rules().policy().embargo().value();
        assertThat(embargo.notBefore() == null || !at.isBefore(embargo.notBefore())).isTrue();
        assertThat(embargo.notAfter() == null || !at.isAfter(embargo.notAfter())).isTrue();
        assertThat(onDay(times, at, given.zone())).isLessThanOrEqualTo(account.rules().dailyCap());
        assertThat(times.stream().filter(other -> tooClose(other, at, account.rules())).count())
            .as("itself alone")
            .isEqualTo(1);
        if (post.deadline() != null) {
          assertThat(at).isBeforeOrEqualTo(post.deadline().at());
        }
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theTalentsDayIsKeptOverAllAccounts(@ForAll("cases") Case given) {
    var plan = given.plan();
    var all = given.accounts().stream().flatMap(one -> times(one, plan).stream()).toList();
    assertThat(plan.values().stream().map(Spaced::at).filter(Objects::nonNull))
        .allSatisfy(
            at ->
                assertThat(onDay(all, at, given.zone()))
                    .isLessThanOrEqualTo(given.talentCap() == null ? 1000 : given.talentCap()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theOrderIsKeptAndEveryPostIsAnswered(@ForAll("cases") Case given) {
    var plan = given.plan();
    assertThat(plan.keySet())
        .containsExactlyElementsOf(
            given.accounts().stream()
                .flatMap(account -> account.posts().stream())
                .map(PostToSpace::id)
                .toList());
    assertThat(plan.values()).allSatisfy(spaced -> assertThat(spaced.reason()).endsWith("."));
    for (var account : given.accounts()) {
      assertThat(placed(account, plan)).isSortedAccordingTo(Comparator.naturalOrder());
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void theSameQuestionHasTheSameAnswer(@ForAll("cases") Case given) {
    assertThat(given.plan()).isEqualTo(given.plan());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void itSaysWhichApprovalsAreLost(@ForAll("cases") Case given) {
    var plan = given.plan();
    for (var account : given.accounts()) {
      for (var post : account.posts()) {
        var spaced = spaced(plan, post);
        var window = post.approved();
        assertThat(spaced.voids())
            .isEqualTo(
                spaced.at() != null
                    && window != null
                    && ((window.notBefore() != null && spaced.at().isBefore(window.notBefore()))
                        || (window.notAfter() != null && spaced.at().isAfter(window.notAfter()))));
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothingStaysWhileASlotIsFree(@ForAll("alone") Case given) {
    var plan = given.plan();
    var account = given.accounts().get(0);
    var left = account.posts().stream().filter(post -> spaced(plan, post).at() == null).toList();
    var free =
        Schedule.gaps(
            account.rules(),
            latest(NOW, given.days().begin(given.zone()).minusNanos(1)),
            given.days().end(given.zone()),
            times(account, plan));
    assertThat(left.isEmpty() || free.isEmpty()).as("%s stay, %s are free", left, free).isTrue();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void onAnEmptyCalendarTheDaysDifferByOnePostAtMost(
      @ForAll @IntRange(min = 1, max = 14) int count,
      @ForAll @IntRange(min = 1, max = 4) int aDay,
      @ForAll @IntRange(min = 0, max = 60) int posts) {
    var slots =
        Arrays.stream(DayOfWeek.values())
            .flatMap(
                day ->
                    Stream.iterate(7, hour -> hour + 4)
                        .limit(aDay)
                        .map(hour -> new WeeklySlot(day, LocalTime.of(hour, 0))))
            .toList();
    var zone = ZoneId.of("Europe/Berlin");
    var rules = new PostingRules(zone, slots, aDay, Duration.ofHours(2), List.of());
    var days = new SpacingDays(LocalDate.of(2018, 10, 27), count);
    var given =
        new Case(
            zone, days, null, List.of(new AccountToSpace(TALENT, rules, List.of(), plain(posts))));
    var plan = given.plan();
    var byDay =
        days.first()
            .datesUntil(days.first().plusDays(count))
            .mapToLong(
                day ->
                    placed(given.accounts().get(0), plan).stream()
                        .filter(at -> at.atZone(zone).toLocalDate().equals(day))
                        .count())
            .summaryStatistics();
    assertThat(byDay.getSum()).isEqualTo(Math.min(posts, (long) aDay * count));
    assertThat(byDay.getMax() - byDay.getMin()).isLessThanOrEqualTo(1);
  }

  private static List<PostToSpace> plain(int count) {
    return Stream.generate(() -> new PostToSpace(UUID.randomUUID(), null, null, null))
        .limit(count)
        .toList();
  }

  private static Spaced spaced(Map<UUID, Spaced> plan, PostToSpace post) {
    return Objects.requireNonNull(plan.get(post.id()));
  }

  private static List<Instant> placed(AccountToSpace account, Map<UUID, Spaced> plan) {
    return account.posts().stream()
        .map(post -> spaced(plan, post).at())
        .filter(Objects::nonNull)
        .toList();
  }

  /** When the account posts once the plan is made: what didn't move, too. */
  private static List<Instant> times(AccountToSpace account, Map<UUID, Spaced> plan) {
    var times = new ArrayList<>(account.taken());
    times.addAll(placed(account, plan));
    account.posts().stream()
        .filter(post -> spaced(plan, post).at() == null && post.keeps() != null)
        .forEach(post -> times.add(post.keeps()));
    return times;
  }

  private static long onDay(List<Instant> times, Instant at, ZoneId zone) {
    var day = at.atZone(zone).toLocalDate();
    return times.stream().filter(other -> other.atZone(zone).toLocalDate().equals(day)).count();
  }

  private static boolean tooClose(Instant one, Instant other, PostingRules rules) {
    return one.equals(other) || Duration.between(one, other).abs().compareTo(rules.cooldown()) < 0;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Provide
  Arbitrary<Case> cases() {
    return cases(Arbitraries.integers().between(0, 4).injectNull(0.4), 3, true);
  }

  /** One account and no deadlines, so that only the account's own rules decide. */
  @Provide
  Arbitrary<Case> alone() {
    return cases(Arbitraries.just(null), 1, false);
  }

  private static Arbitrary<Case> cases(
      Arbitrary<Integer> talentCap, int accounts, boolean deadlines) {
    return Arbitraries.of("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "UTC")
        .map(ZoneId::of)
        .flatMap(
            zone ->
                Combinators.combine(
                        Combinators.combine(
                                Arbitraries.integers().between(-1, 5),
                                Arbitraries.integers().between(1, 9))
                            .as(
                                (ahead, count) ->
                                    new SpacingDays(
                                        LocalDate.of(2018, 10, 26).plusDays(ahead), count)),
                        talentCap,
                        account(zone, deadlines).list().ofMinSize(1).ofMaxSize(accounts))
                    .as((days, cap, all) -> new Case(zone, days, cap, all)));
  }

  private static Arbitrary<AccountToSpace> account(ZoneId zone, boolean deadlines) {
    return Combinators.combine(
            rules(zone), near().list().ofMaxSize(8), post(zone, deadlines).list().ofMaxSize(9))
        .as((rules, taken, posts) -> new AccountToSpace(TALENT, rules, taken, posts));
  }

  private static Arbitrary<PostToSpace> post(ZoneId zone, boolean deadlines) {
    return Combinators.combine(
            Arbitraries.create(UUID::randomUUID),
            near().injectNull(0.3),
            window().injectNull(0.5),
            near().map(at -> new Deadline(at, zone)).injectNull(deadlines ? 0.7 : 1))
        .as(PostToSpace::new);
  }

  private static Arbitrary<PostingRules> rules(ZoneId zone) {
    var slots =
        Combinators.combine(Arbitraries.of(DayOfWeek.class), Arbitraries.integers().between(0, 23))
            .as((day, hour) -> new WeeklySlot(day, LocalTime.of(hour, 30)))
            .list()
            .ofMaxSize(20);
    var blackouts =
        Combinators.combine(near(), Arbitraries.integers().between(0, 48))
            .as((from, hours) -> new Blackout(from, from.plus(Duration.ofHours(hours)), "rest"))
            .list()
            .ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(1, 4)),
                Tuple.of(1, Arbitraries.just(0))),
            Arbitraries.integers().between(0, 40).map(Duration::ofHours),
            slots,
            blackouts,
            window().injectNull(0.7))
        .as(
            (cap, cooldown, weekly, silent, embargo) ->
                new PostingRules(
                    zone,
                    PostingPolicy.DEFAULT.narrowedBy(
                        new PostingDeclaration(cap, cooldown, weekly, silent, embargo, null),
                        RuleSource.account("one"))));
  }

  private static Arbitrary<Embargo> window() {
    return Combinators.combine(near().injectNull(0.3), near().injectNull(0.3))
        .filter((from, until) -> from == null || until == null || !until.isBefore(from))
        .as(Embargo::new);
  }

  private static Arbitrary<Instant> near() {
    return Arbitraries.integers()
        .between(-48, 12 * 24)
        .map(hours -> NOW.plus(Duration.ofHours(hours)));
  }
}
