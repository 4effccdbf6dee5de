package social.greenroom.store.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import social.greenroom.store.testing.TestDatabase;

class FailoverIT {
  /** As one that was the first until a moment ago: what is to be written waits for the new one. */
  @Test
  void aServerThatOnlyReadsIsAway() {
    try (var database = TestDatabase.create()) {
      assertThatThrownBy(
              () ->
                  database
                      .app()
                      .untenanted(
                          handle -> {
                            handle.execute("set transaction read only");
                            return handle.execute("select nextval('greenroom.claim_fence')");
                          }))
          .isInstanceOf(DatabaseUnavailableException.class);
    }
  }
}
