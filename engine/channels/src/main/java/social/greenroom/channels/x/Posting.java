package social.greenroom.channels.x;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.channels.composio.ComposioCall;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome.Published;

/** Sends the parts of one command to X, each once. */
record Posting(ComposioCall call, PublishCommand command) {

  Published post(String operation, String text, List<String> media, @Nullable String replyTo)
      throws NetworkFailure {
    var arguments = new LinkedHashMap<String, Object>();
    arguments.put("text", text);
    if (!media.isEmpty()) {
      arguments.put("media", media);
    }
    if (replyTo != null) {
      arguments.put("replyTo", replyTo);
    }
    var data = call.data(operation, arguments);
    var id = ComposioCall.text(data, "id", "data.id");
    if (id.isEmpty()) {
      throw NetworkFailure.lost("X said yes, but not under which number it keeps the post.");
    }
    var url = ComposioCall.text(data, "url", "data.url");
    var address = "https://x.com/%s/status/%s".formatted(command.account().handle(), id);
    return new Published(id, url.isEmpty() ? address : url);
  }

  /** Answers the first post with the second, that with the third, and so on. */
  void continueThread(Published first) throws NetworkFailure {
    var thread = command.payload().thread();
    var last = first;
    for (int i = 0; i < thread.size(); i++) {
      try {
        last = post(XTools.PUBLISH, thread.get(i), List.of(), last.remoteId());
      } catch (NetworkFailure e) {
        throw e.afterPart(
            "Of the thread's %d posts, %d went out (%s); the next one may not have."
                .formatted(thread.size() + 1, i + 1, first.url()));
      }
    }
  }
}
