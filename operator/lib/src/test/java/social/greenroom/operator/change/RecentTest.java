package social.greenroom.operator.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent recent = new Recent(2);

  @Test
  void aNameIsThereOnce() {
    recent.add("a");
    recent.add("a");

    assertThat(recent.remove("a")).isTrue();
    assertThat(recent.remove("a")).isFalse();
  }

  @Test
  void theOldestIsForgotten() {
    recent.add("a");
    recent.add("b");
    recent.add("a");
    recent.add("c");

    assertThat(recent.remove("b")).isFalse();
    assertThat(recent.remove("a")).isTrue();
    assertThat(recent.remove("c")).isTrue();
  }
}
