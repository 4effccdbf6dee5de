package social.greenroom.operator.change;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import social.greenroom.store.change.Change;

/** The event sources of all kinds, of which some need what others keep. */
final class ChangeSources {
  private final List<ChangeEventSource<?>> sources = new CopyOnWriteArrayList<>();

  void add(ChangeEventSource<?> source) {
    sources.add(source);
  }

  /** Wakes what a change concerns. */
  void consider(Change change, boolean own) {
    sources.forEach(source -> source.consider(change, own));
  }

  /** Wakes who needs that one. */
  void wake(Needed needed) {
    sources.forEach(source -> source.considerNeeded(needed));
  }

  /** True while that one is there and wasn't looked at yet. */
  boolean isComing(Needed needed) {
    return sources.stream().anyMatch(source -> source.isComing(needed));
  }

  /** True while one of that kind, made there after that moment, wasn't looked at yet. */
  boolean isOneComing(String subject, String namespace, Instant since) {
    return sources.stream().anyMatch(source -> source.isOneComing(subject, namespace, since));
  }

  /** Whether that one is kept. */
  boolean isKept(Needed needed) {
    return sources.stream().anyMatch(source -> source.isKept(needed));
  }
}
