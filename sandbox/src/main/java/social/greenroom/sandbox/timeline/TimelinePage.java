package social.greenroom.sandbox.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import social.greenroom.sandbox.call.Network;

/** The timeline for people: one column, newest first, every word of a post escaped. */
public final class TimelinePage {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String FRAME = frame();

  private TimelinePage() {}

  static String list(Selection selection, List<Post> posts) {
    var body = new StringBuilder("<h1>Timeline</h1>");
    body.append("<p class=\"soft\">What the networks of this machine received, newest first: ")
        .append(posts.size() == 1 ? "1 post" : posts.size() + " posts")
        .append(".</p>")
        .append(filters(selection));
    if (posts.isEmpty()) {
      body.append("<p class=\"empty\">Nothing has gone out here yet. ")
          .append("A post appears the moment a network accepts it.</p>");
    } else {
      body.append("<ol>");
      for (int i = posts.size() - 1; i >= 0; i--) {
        body.append("<li>").append(PostCard.html(posts.get(i), WHEN)).append("</li>");
      }
      body.append("</ol>");
    }
    return framed("Sandbox timeline", body.toString());
  }

  static String single(Post post, List<Post> replies) {
    var body = new StringBuilder("<h1>Post by ").append(Html.escape(post.handle()));
    body.append("</h1><nav aria-label=\"Timeline\"><a href=\"/timeline\">All posts</a></nav>")
        .append(PostCard.html(post, WHEN));
    if (!replies.isEmpty()) {
      body.append("<h2>Replies</h2><ol>");
      replies.forEach(
          reply -> body.append("<li>").append(PostCard.html(reply, WHEN)).append("</li>"));
      body.append("</ol>");
    }
    return framed("Post by " + post.handle(), body.toString());
  }

  static String gone() {
    return framed(
        "No such post",
        "<h1>This post isn't here</h1><p>It was taken down, or it never went out. "
            + "<a href=\"/timeline\">See what did.</a></p>");
  }

  /** A page of the sandbox with {@code body}, which is HTML already. */
  public static String framed(String title, String body) {
    return FRAME.replace("{{title}}", Html.escape(title)).replace("{{body}}", body);
  }

  private static String filters(Selection selection) {
    var html = new StringBuilder("<nav aria-label=\"Network\">");
    html.append(link(selection, Optional.empty(), "All networks"));
    for (var network : List.of(Network.LINKEDIN, Network.X, Network.MASTODON)) {
      html.append(link(selection, Optional.of(network.key()), PostCard.name(network)));
    }
    html.append("</nav><form method=\"get\" action=\"/timeline\">");
    selection
        .network()
        .ifPresent(
            network ->
                html.append("<input type=\"hidden\" name=\"network\" value=\"")
                    .append(Html.escape(network))
                    .append("\">"));
    return html.append("<label for=\"handle\">Handle</label>")
        .append("<input id=\"handle\" name=\"handle\" autocomplete=\"off\" value=\"")
        .append(Html.escape(selection.handle().orElse("")))
        .append("\"><button>Show</button></form>")
        .toString();
  }

  private static String link(Selection selection, Optional<String> network, String label) {
    var query = new StringBuilder();
    network.ifPresent(name -> query.append("?network=").append(name));
    selection
        .handle()
        .ifPresent(
            handle ->
                query
                    .append(query.isEmpty() ? '?' : '&')
                    .append("handle=")
                    .append(URLEncoder.encode(handle, StandardCharsets.UTF_8)));
    var current = selection.network().equals(network) ? " aria-current=\"page\"" : "";
    return "<a href=\"/timeline%s\"%s>%s</a>"
        .formatted(Html.escape(query.toString()), current, label);
  }

  private static String frame() {
    try (var in = Objects.requireNonNull(TimelinePage.class.getResourceAsStream("page.html"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
