package social.greenroom.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.id.Ids;

class CursorTest {
  private static final Instant AT = Instant.parse("2026-11-21T18:00:00.123456Z");

  @Test
  void readsWhatItWrote() {
    var cursor = new Cursor(AT, AT.plusSeconds(1), Ids.next());
    assertThat(Cursor.decode(cursor.encoded())).isEqualTo(cursor);
    var unplanned = new Cursor(null, AT, Ids.next());
    assertThat(Cursor.decode(unplanned.encoded())).isEqualTo(unplanned);
    assertThat(Cursor.decode(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%%%", "fHw", "YXxifGM", "MjAyNnxhfGI"})
  void refusesWhatItDidntWriteNamingTheField(String cursor) {
    assertThatThrownBy(() -> Cursor.decode(cursor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("field cursor");
  }
}
