package social.greenroom.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.store.testing.TestDatabase;

/** What goes where is remembered for each list of columns, and for no other. */
class RecordMappersIT {
  private static TestDatabase database;
  private static Jdbi jdbi;

  /** Jdbi makes public ones only. */
  public record Pair(String first, String secondOne) {}

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    jdbi = RowMappers.register(Jdbi.create(database.superuser()));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void columnsMayComeInAnyOrder() {
    for (int i = 0; i < 2; i++) {
      assertThat(pair("select 'a' as first, 'b' as second_one")).isEqualTo(new Pair("a", "b"));
      assertThat(pair("select 'b' as second_one, 'a' as first")).isEqualTo(new Pair("a", "b"));
    }
  }

  @Test
  void aColumnThatHasNoPlaceIsRefusedEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> pair("select 'a' as first, 'b' as second_one, 'c' as third"))
          .hasMessageContaining("third");
    }
  }

  private static Pair pair(String query) {
    return jdbi.withHandle(handle -> handle.createQuery(query).mapTo(Pair.class).one());
  }
}
