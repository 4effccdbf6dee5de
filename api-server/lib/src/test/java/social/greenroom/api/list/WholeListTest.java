package social.greenroom.api.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.api.problem.ProblemException;

class WholeListTest {
  private final WholeList<String> list = WholeList.of(List.of("a", "b", "c"));

  @Test
  void isReadInParts() {
    var first = list.part(new PageRequest(null, 2));
    var second = list.part(new PageRequest(first.nextCursor(), 2));

    assertThat(first.items()).containsExactly("a", "b");
    assertThat(second.items()).containsExactly("c");
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void endsExactly() {
    assertThat(list.part(new PageRequest(null, 3)).nextCursor()).isNull();
  }

  @Test
  void refusesACursorOfItsOwnMaking() {
    assertThatThrownBy(() -> list.part(new PageRequest("LTE", 2)))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> list.part(new PageRequest("%%%", 2)))
        .isInstanceOf(ProblemException.class);
  }
}
