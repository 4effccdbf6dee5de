package social.greenroom.operator.change;

import java.util.Iterator;
import java.util.LinkedHashSet;

/** The names that were added last. */
final class Recent {
  private final int most;
  private final LinkedHashSet<String> names = new LinkedHashSet<>();

  Recent(int most) {
    this.most = most;
  }

  synchronized void add(String name) {
    names.remove(name);
    names.add(name);
    if (names.size() > most) {
      Iterator<String> oldest = names.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** True when it was there. */
  synchronized boolean remove(String name) {
    return names.remove(name);
  }
}
