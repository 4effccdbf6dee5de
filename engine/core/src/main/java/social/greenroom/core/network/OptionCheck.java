package social.greenroom.core.network;

import java.util.List;
import java.util.TreeSet;
import social.greenroom.core.post.Payload;

/** The network's own options. */
record OptionCheck(NetworkProfile network, List<Problem> problems) {

  void check(Payload payload) {
    payload.options().forEach(this::option);
  }

  private void option(String name, String value) {
    var allowed = network.options().get(name);
    if (allowed == null) {
      problems.add(
          new Problem(
              "options." + name,
              "%s has no option '%s' here; remove it."
                  .formatted(network.platform().displayName(), name)));
    } else if (!allowed.isEmpty() && !allowed.contains(value)) {
      problems.add(
          new Problem(
              "options." + name,
              "The option '%s' can't be '%s'; use one of %s."
                  .formatted(name, value, String.join(", ", new TreeSet<>(allowed)))));
    }
  }
}
