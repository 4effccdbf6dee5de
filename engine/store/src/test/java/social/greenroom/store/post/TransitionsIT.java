package social.greenroom.store.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.testing.TestDatabase;

class TransitionsIT {
  @Test
  void theDatabaseAndTheDomainHaveOneTable() throws SQLException {
    var inCore =
        Arrays.stream(VariantState.values())
            .flatMap(from -> from.next().stream().map(to -> from.wireName() + " " + to.wireName()))
            .toList();
    try (var database = TestDatabase.create();
        var app = database.asApp(null)) {
      assertThat(
              app.column("select from_state || ' ' || to_state from greenroom.variant_transition"))
          .containsExactlyInAnyOrderElementsOf(inCore);
      assertThat(
              app.refusal(
                  "insert into greenroom.variant_transition values ('draft', 'published', true)"))
          .isEqualTo("42501");
    }
  }

  @Test
  void aJobMayTakeNoDecisionOfAPersons() throws SQLException {
    var peoples =
        Set.of(
            "awaiting_approval approved",
            "awaiting_approval rejected",
            "failed approved",
            "published taken_down",
            "blocked draft");
    try (var database = TestDatabase.create();
        var app = database.asApp(null)) {
      assertThat(
              app.column(
                  "select from_state || ' ' || to_state from greenroom.variant_transition where by_job"))
          .doesNotContainAnyElementsOf(peoples);
    }
  }
}
