package social.greenroom.standalone.kube.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.standalone.kube.object.ApiException;

class SelectorTest {

  private static final Map<String, String> LABELS =
      Map.of("app", "web", "tier", "front", "example.org/size", "5", "empty", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          app=web | true
          app==web | true
          app=api | false
          app!=api | true
          none!=x | true
          app | true
          !app | false
          !none | true
          app in (web,api) | true
          app in ( api , db ) | false
          app notin (api) | true
          none notin (api) | true
          none in (api) | false
          app=web,tier in (front,back),!none | true
          app=web,tier in (back) | false
          example.org/size>4 | true
          example.org/size<4 | false
          empty= | true
          """)
  void labels_are_selected(String selector, boolean matches) {
    assertThat(LabelSelector.parse(selector).matches(LABELS)).isEqualTo(matches);
  }

  @Test
  void an_empty_selector_selects_everything() {
    assertThat(LabelSelector.parse("").matches(Map.of())).isTrue();
  }

  @Test
  void what_can_not_be_understood_is_refused() {
    assertThatThrownBy(() -> LabelSelector.parse("app in web"))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(400));
    assertThatThrownBy(() -> FieldSelector.parse("spec.other=x", List.of("spec.colour")))
        .hasMessage("field label not supported: spec.other");
    assertThatThrownBy(() -> FieldSelector.parse("spec.colour", List.of("spec.colour")))
        .isInstanceOf(ApiException.class);
  }
}
