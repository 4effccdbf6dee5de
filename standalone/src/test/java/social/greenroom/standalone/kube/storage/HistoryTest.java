package social.greenroom.standalone.kube.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.ObjectKey;

class HistoryTest {

  private static final ObjectKey KEY = new ObjectKey("configmaps", "default", "c");

  private final History history = new History(3);
  private final List<Long> told = new ArrayList<>();

  @Test
  void a_subscriber_is_told_what_was_after_its_version_and_then_what_comes() {
    history.load(List.of(change(5), change(6), change(7)), 7);

    Subscription subscription = history.subscribe("configmaps", 5, c -> told.add(c.version()));
    history.append(change(8));
    subscription.close();
    history.append(change(9));

    assertThat(told).containsExactly(6L, 7L, 8L);
  }

  @Test
  void a_version_whose_changes_are_forgotten_is_gone() {
    history.load(List.of(), 0);
    LongStream.rangeClosed(1, 5).forEach(v -> history.append(change(v)));

    assertThatThrownBy(() -> history.subscribe("", 1, c -> told.add(c.version())))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(410));
    history.subscribe("", 2, c -> told.add(c.version())).close();

    assertThat(told).containsExactly(3L, 4L, 5L);
    assertThat(history.forgotten()).isEqualTo(2);
  }

  @Test
  void after_a_restart_with_a_pruned_log_older_versions_are_gone() {
    history.load(List.of(change(6), change(7)), 7);

    assertThatThrownBy(() -> history.subscribe("", 4, c -> {})).isInstanceOf(ApiException.class);
    history.subscribe("", 5, c -> told.add(c.version())).close();

    assertThat(told).containsExactly(6L, 7L);
  }

  @Test
  void a_listener_that_fails_does_not_keep_others_from_being_told() {
    history.load(List.of(), 0);
    history.subscribe(
        "",
        0,
        c -> {
          throw new IllegalStateException("a fault of the listener");
        });
    history.subscribe("", 0, c -> told.add(c.version()));

    history.append(change(1));

    assertThat(told).containsExactly(1L);
  }

  private static Change change(long version) {
    StoredObject object =
        StoredObject.of(KEY, version, YamlOf.object("{metadata: {name: c, uid: u}}"));
    return new Change(version == 1 ? ChangeType.ADDED : ChangeType.MODIFIED, object, null);
  }
}
