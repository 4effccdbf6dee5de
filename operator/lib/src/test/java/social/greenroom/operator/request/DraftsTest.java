package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.VariantState;

class DraftsTest {
  @Test
  void whatNobodyDecidedYetWaits() {
    assertThat(new Drafts(List.of(VariantState.AWAITING_APPROVAL, VariantState.BLOCKED)).sentence())
        .isEqualTo("2 drafts wait for their owner.");
  }

  @Test
  void whatBecameOfTheOthersIsCounted() {
    assertThat(
            new Drafts(
                    List.of(VariantState.PUBLISHED, VariantState.CANCELLED, VariantState.CANCELLED))
                .sentence())
        .isEqualTo("Of 3 drafts 0 wait for their owner, 1 were published, and 2 were cancelled.");
  }
}
