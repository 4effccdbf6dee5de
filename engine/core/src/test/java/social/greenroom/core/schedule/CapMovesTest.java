package social.greenroom.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a talent's own caps do to the posts that are scheduled already. */
class CapMovesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Friday, 10:00 in Berlin, the week before the clocks go back. */
  private static final Instant NOW = Instant.parse("2026-10-23T08:00:00Z");

  private static final PostingPolicy DECLARED =
      PostingPolicy.DEFAULT.narrowedBy(
          new PostingDeclaration(9, Duration.ofHours(1), List.of(), null, null, null),
          RuleSource.account("one"));
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));

  @Test
  void whatIsBeyondTheCapTakesTheNextFreeSlot() {
    var posts = List.of(at("2026-10-24T08:00:00Z"), at("2026-10-24T12:00:00Z"));
    var moves = moves(new OwnCaps(1, null, null), posts);
    assertThat(moves).containsOnlyKeys(posts.get(1).id());
    var moved = moves.get(posts.get(1).id());
    assertThat(moved.at()).isEqualTo("2026-10-25T08:00:00Z");
    assertThat(moved.voids()).isFalse();
    assertThat(moved.reason())
        .isEqualTo(
            "The account's next free slot is Sunday 25 October, 09:00 (default: slots). Saturday 24"
                + " October is full: the talent posts 1 a day over all accounts (set by the"
                + " talent).");
  }

  @Test
  void whatFallsIntoQuietHoursWaitsForTheMorning() {
    var late = at("2026-10-23T20:30:00Z");
    var moves = moves(new OwnCaps(null, null, NIGHT), List.of(late));
    assertThat(moves.get(late.id()).at()).isEqualTo("2026-10-24T07:00:00Z");
    assertThat(moves.get(late.id()).reason()).contains("set by the talent: quiet hours");
  }

  @Test
  void theApprovedWindowIsKeptWhereATimeInItIsFree() {
    var from = Instant.parse("2026-10-23T18:00:00Z");
    var until = Instant.parse("2026-10-24T06:45:00Z");
    var early = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 30));
    var post = post("2026-10-23T20:30:00Z", new Embargo(from, until), null);
    var spaced = moves(new OwnCaps(null, null, early), List.of(post)).get(post.id());
    assertThat(spaced.at()).isEqualTo("2026-10-24T06:30:00Z");
    assertThat(spaced.voids()).isFalse();
    var closes = new Embargo(from, until.minusSeconds(3600));
    var shorter = post("2026-10-23T20:30:00Z", closes, null);
    var voided = moves(new OwnCaps(null, null, early), List.of(shorter)).get(shorter.id());
    assertThat(voided.at()).isEqualTo("2026-10-24T07:00:00Z");
    assertThat(voided.voids()).isTrue();
  }

  @Test
  void whatMayNotGoOutLaterStaysAndSaysWhy() {
    var deadline = new Deadline(Instant.parse("2026-10-23T21:00:00Z"), BERLIN);
    var post = post("2026-10-23T20:30:00Z", null, deadline);
    var spaced = moves(new OwnCaps(null, null, NIGHT), List.of(post)).get(post.id());
    assertThat(spaced.at()).isNull();
    assertThat(spaced.reason())
        .contains("quiet hours")
        .contains("scheduleHint.notAfter")
        .endsWith("It won't go out then; give it another time, or cancel it.");
  }

  @Test
  void whatIsDeclaredAloneMovesNothing() {
    var posts = List.of(at("2026-10-24T08:00:00Z"), at("2026-10-24T08:30:00Z"));
    assertThat(moves(new OwnCaps(5, null, null), posts)).isEmpty();
  }

  @Test
  void whatWentOutCountsAndDoesNotMove() {
    var sent = NOW.minus(Duration.ofHours(2));
    var later = at("2026-10-23T16:00:00Z");
    var account =
        new AccountUnderCaps(rules(OwnCaps.NONE), rules(capped(1)), List.of(sent), List.of(later));
    var moves = new CapMoves(NOW, day(null, sent), day(1, sent)).of(List.of(account));
    assertThat(moves.get(later.id()).at()).isEqualTo("2026-10-24T07:00:00Z");
  }

  record Case(OwnCaps own, List<List<PostToSpace>> accounts, @Nullable Integer declaredCap) {
    List<AccountUnderCaps> bound() {
      return accounts.stream()
          .map(posts -> new AccountUnderCaps(rules(OwnCaps.NONE), rules(own), List.of(), posts))
          .toList();
    }

    TalentDay declared() {
      return day(declaredCap);
    }

    TalentDay capped() {
      var lower = own.dailyCap();
      return day(
          lower == null || (declaredCap != null && declaredCap <= lower) ? declaredCap : lower);
    }

    boolean breaks(
        List<PostToSpace> posts,
        Map<PostToSpace, Instant> times,
        TalentDay day,
        Function<AccountUnderCaps, PostingRules> rules) {
      return bound().stream()
          .anyMatch(
              account -> {
                var own = account.posts().stream().filter(posts::contains).toList();
                return own.stream()
                    .anyMatch(
                        post ->
                            day.and(others(posts, post, times))
                                .check(
                                    rules.apply(account), times.get(post), others(own, post, times))
                                .isPresent());
              });
    }

    Map<UUID, Spaced> moves() {
      return new CapMoves(NOW, declared(), capped()).of(bound());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noPostIsAgainstTheCapsAfterwardsAndNoneMovesForward(@ForAll("cases") Case given) {
    var moves = given.moves();
    var times = new HashMap<PostToSpace, Instant>();
    given.accounts().stream()
        .flatMap(List::stream)
        .forEach(post -> times.put(post, to(post, moves)));
    var staying = new ArrayList<PostToSpace>();
    for (var account : given.bound()) {
      for (var post : account.posts()) {
        var at = times.get(post);
        assertThat(at).isAfterOrEqualTo(post.keeps());
        if (moves.containsKey(post.id())) {
          assertThat(at).isAfter(NOW);
          var others = others(account.posts(), post, times);
          var all = others(given.accounts().stream().flatMap(List::stream).toList(), post, times);
          assertThat(given.capped().and(all).check(account.capped(), at, others)).isEmpty();
        } else {
          staying.add(post);
        }
      }
    }
    // What breaks a declared rule stays whatever it is in the way of.
    if (given.breaks(staying, times, given.declared(), AccountUnderCaps::declared)) {
      return;
    }
    assertThat(given.breaks(staying, times, given.capped(), AccountUnderCaps::capped)).isFalse();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void withoutCapsNothingMovesAndTheSameQuestionHasTheSameAnswer(@ForAll("cases") Case given) {
    assertThat(given.moves()).isEqualTo(given.moves());
    assertThat(new Case(OwnCaps.NONE, given.accounts(), given.declaredCap()).moves()).isEmpty();
  }

  private static Instant to(PostToSpace post, Map<UUID, Spaced> moves) {
    var spaced = moves.get(post.id());
    return spaced == null || spaced.at() == null ? post.keeps() : spaced.at();
  }

  private static List<Instant> others(
      List<PostToSpace> posts, PostToSpace but, Map<PostToSpace, Instant> times) {
    return posts.stream().filter(post -> post != but).map(times::get).toList();
  }

  private static Map<UUID, Spaced> moves(OwnCaps own, List<PostToSpace> posts) {
    return new Case(own, List.of(posts), null).moves();
  }

  private static OwnCaps capped(int dailyCap) {
    return new OwnCaps(dailyCap, null, null);
  }

  private static PostingRules rules(OwnCaps own) {
    return new PostingRules(BERLIN, DECLARED.under(own));
  }

  private static TalentDay day(@Nullable Integer cap, Instant... taken) {
    return new TalentDay(BERLIN, cap, RuleSource.OWN, List.of(taken));
  }

  private static PostToSpace at(String time) {
    return post(time, null, null);
  }

  private static PostToSpace post(
      String time, @Nullable Embargo window, @Nullable Deadline deadline) {
    return new PostToSpace(UUID.randomUUID(), Instant.parse(time), window, deadline);
  }

  @Provide
  Arbitrary<Case> cases() {
    var hours =
        Combinators.combine(
                Arbitraries.integers().between(0, 23), Arbitraries.integers().between(1, 20))
            .as(
                (from, lasting) ->
                    new QuietHours(
                        LocalTime.MIN.plusHours(from), LocalTime.MIN.plusHours(from + lasting)))
            .injectNull(0.4);
    var own =
        Combinators.combine(
                Arbitraries.integers().between(1, 3).injectNull(0.3),
                Arbitraries.integers().between(1, 30).map(Duration::ofHours).injectNull(0.4),
                hours)
            .as(OwnCaps::new);
    var posts =
        Combinators.combine(
                Arbitraries.create(UUID::randomUUID), Arbitraries.integers().between(1, 7 * 24))
            .as((id, hour) -> new PostToSpace(id, NOW.plus(Duration.ofHours(hour)), null, null))
            .list()
            .ofMaxSize(8);
    return Combinators.combine(
            own,
            posts.list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.integers().between(1, 5).injectNull(0.5))
        .as(Case::new);
  }
}
