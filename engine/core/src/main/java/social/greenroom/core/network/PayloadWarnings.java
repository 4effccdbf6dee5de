package social.greenroom.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import social.greenroom.core.post.Payload;

/** What a network takes but a person may want to know. */
final class PayloadWarnings {
  private PayloadWarnings() {}

  static List<String> of(Payload payload, Set<Capability> capabilities) {
    var warnings = new ArrayList<String>();
    var altTexts = capabilities.contains(Capability.ALT_TEXT);
    var described = payload.media().stream().filter(m -> !m.altText().isBlank()).count();
    if (altTexts && described < payload.media().size()) {
      warnings.add(
          "A picture has no alternative text; people who can't see it will miss what it shows.");
    }
    if (!altTexts && described > 0) {
      warnings.add(
          "Alternative texts aren't sent to %s: its connection can't take them."
              .formatted(payload.platform().displayName()));
    }
    return List.copyOf(warnings);
  }
}
