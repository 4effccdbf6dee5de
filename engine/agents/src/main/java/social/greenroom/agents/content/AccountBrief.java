package social.greenroom.agents.content;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Capability;
import social.greenroom.core.network.PostKind;
import social.greenroom.core.network.TextLimit;
import social.greenroom.core.network.TextUnit;

/** An account as the model has to know it: limits first, then how people write there. */
record AccountBrief(DraftAccount account) {

  String text() {
    var network = account.network();
    var conventions = network.conventions();
    return """
        - id: %s
          Network: %s
          Kind of post: %s
          Text: at most %s
          Thread: %s
          First comment: %s
          Tone there: %s
          Length there: %s
          Hashtags there: %s
          Links there: %s
          Call to action there: %s
        """
        .formatted(
            account.id(),
            account.platform().displayName(),
            kind(account.kind()),
            limit(account.limit()),
            can(Capability.PUBLISH_THREAD)
                ? "yes, %d posts in all, where one won't do".formatted(network.threadMax())
                : "no, leave it empty",
            can(Capability.FIRST_COMMENT)
                ? "yes, at most %d characters".formatted(network.commentMax())
                : "no, leave it null",
            conventions.tone(),
            conventions.length(),
            conventions.hashtags(),
            conventions.link(),
            conventions.callToAction());
  }

  /** Named alone: what each kind is stands in the instructions, apart from the case. */
  private static String kind(@Nullable PostKind kind) {
    return kind == null ? "any" : kind.words();
  }

  private boolean can(Capability capability) {
    return account.network().capabilities(account.channel()).contains(capability);
  }

  private static String limit(TextLimit limit) {
    var notes = new ArrayList<String>();
    if (limit.unit() == TextUnit.WEIGHTED) {
      notes.add("emoji and Asian scripts count 2 each");
    }
    if (limit.urlWeight() > 0) {
      notes.add("every link counts %d".formatted(limit.urlWeight()));
    }
    return "%d characters%s"
        .formatted(limit.max(), notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")");
  }
}
