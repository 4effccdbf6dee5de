package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** Lists, cut by selectors and into pages. */
class SelectionIT extends ConformanceCase {

  @Test
  void objects_are_selected_by_labels_and_declared_fields() {
    for (String name : List.of("a", "b")) {
      GenericKubernetesResource widget =
          Widgets.named(
              name, "{colour: %s, channel: x}".formatted(name.equals("a") ? "red" : "green"));
      widget.getMetadata().setLabels(Map.of("tier", name));
      Widgets.of(client).resource(widget).create();
    }
    var widgets = Widgets.of(client);
    assertThat(widgets.withLabelSelector("tier in (a,c)").list().getItems()).hasSize(1);
    assertThat(widgets.withLabelSelector("!tier").list().getItems()).isEmpty();
    assertThat(widgets.withField("spec.colour", "green").list().getItems()).hasSize(1);
    assertThatThrownBy(() -> widgets.withField("spec.channel", "x").list())
        .hasMessageContaining("field label not supported: spec.channel");
  }

  @Test
  void a_long_list_comes_in_pages() {
    for (int i = 0; i < 5; i++) {
      Widgets.of(client).resource(Widgets.named("w" + i)).create();
    }
    var page = Widgets.of(client).list(new ListOptionsBuilder().withLimit(2L).build());
    assertThat(page.getItems())
        .extracting(w -> w.getMetadata().getName())
        .containsExactly("w0", "w1");
    var rest =
        Widgets.of(client)
            .list(
                new ListOptionsBuilder()
                    .withLimit(10L)
                    .withContinue(page.getMetadata().getContinue())
                    .build());
    assertThat(rest.getItems())
        .extracting(w -> w.getMetadata().getName())
        .containsExactly("w2", "w3", "w4");
  }
}
