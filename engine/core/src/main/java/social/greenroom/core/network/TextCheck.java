package social.greenroom.core.network;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import social.greenroom.core.post.Payload;

/** The text, the thread, the first comment and the link. */
record TextCheck(NetworkProfile network, Channel channel, List<Problem> problems) {
  private static final int LINK_MAX = 2048;

  void check(Payload payload) {
    var text = OutgoingText.of(payload);
    if (text.isBlank() && payload.media().isEmpty()) {
      problem("text", "The post is empty; write something or add a picture.");
    }
    length("text", "The text", text, network.text());
    thread(payload.thread());
    firstComment(payload);
    link(payload);
  }

  private void thread(List<String> thread) {
    if (thread.isEmpty()) {
      return;
    }
    if (!can(Capability.PUBLISH_THREAD)) {
      problem("thread", "%s has no threads here; put it into one post.".formatted(name()));
      return;
    }
    if (thread.size() + 1 > network.threadMax()) {
      problem(
          "thread",
          "The thread has %d posts; %s takes %d."
              .formatted(thread.size() + 1, name(), network.threadMax()));
    }
    for (var i = 0; i < thread.size(); i++) {
      var field = "thread[%d]".formatted(i);
      if (thread.get(i).isBlank()) {
        problem(field, "Post %d of the thread is empty; write it or remove it.".formatted(i + 2));
      }
      length(field, "Post %d of the thread".formatted(i + 2), thread.get(i), network.text());
    }
  }

  private void firstComment(Payload payload) {
    var comment = payload.firstComment();
    if (comment == null) {
      return;
    }
    if (!can(Capability.FIRST_COMMENT)) {
      problem("firstComment", "%s takes no first comment here; remove it.".formatted(name()));
    } else if (comment.isBlank()) {
      problem("firstComment", "The first comment is empty; write it or remove it.");
    } else {
      length("firstComment", "The first comment", comment, network.comment());
    }
  }

  private void link(Payload payload) {
    var link = payload.link();
    if (link == null) {
      return;
    }
    if (!can(Capability.PUBLISH_LINK)) {
      problem("link", "%s takes no link here; remove it.".formatted(name()));
    } else if (link.length() > LINK_MAX || !isWebAddress(link)) {
      problem(
          "link", "The link isn't a web address that begins with https:// or http://; mend it.");
    }
  }

  private void length(String field, String what, String text, TextLimit limit) {
    var excess = limit.excess(text);
    if (excess > 0) {
      problem(
          field,
          "%s counts %d, and %s takes %d; shorten it by %d."
              .formatted(what, limit.count(text), name(), limit.max(), excess));
    }
  }

  private static boolean isWebAddress(String link) {
    try {
      var uri = new URI(link);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private boolean can(Capability capability) {
    return network.capabilities(channel).contains(capability);
  }

  private String name() {
    return network.platform().displayName();
  }

  private void problem(String field, String message) {
    problems.add(new Problem(field, message));
  }
}
