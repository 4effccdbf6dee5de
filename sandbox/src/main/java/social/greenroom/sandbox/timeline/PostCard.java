package social.greenroom.sandbox.timeline;

import java.time.format.DateTimeFormatter;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.media.StoredMedia;

/** One post on the page. */
final class PostCard {
  private PostCard() {}

  static String html(Post post, DateTimeFormatter when) {
    var html = new StringBuilder("<article><header><span><span class=\"who\">");
    html.append(Html.escape(post.handle()))
        .append("</span><span class=\"net\">")
        .append(name(post.network()))
        .append("</span></span><time datetime=\"")
        .append(post.at())
        .append("\">")
        .append(when.format(post.at()))
        .append("</time></header><p class=\"text\">")
        .append(Html.escape(post.text()))
        .append("</p>");
    if (!post.media().isEmpty()) {
      html.append("<div class=\"media\">");
      post.media().forEach(media -> html.append(figure(media)));
      html.append("</div>");
    }
    html.append("<footer><a href=\"/timeline/").append(post.id()).append("\">Permalink</a>");
    post.replyTo()
        .ifPresent(
            answered ->
                html.append(" · <a href=\"/timeline/")
                    .append(Html.escape(answered))
                    .append("\">In reply to</a>"));
    return html.append("</footer></article>").toString();
  }

  private static String figure(StoredMedia media) {
    var source = "/media/" + media.id();
    var alt = Html.escape(media.alt());
    var size =
        media.width() > 0
            ? " width=\"%d\" height=\"%d\"".formatted(media.width(), media.height())
            : "";
    var shown =
        media.kind().image()
            ? "<img src=\"%s\" alt=\"%s\"%s loading=\"lazy\">".formatted(source, alt, size)
            : "<video src=\"%s\" controls preload=\"metadata\" aria-label=\"%s\"></video>"
                .formatted(source, alt);
    var caption = alt.isEmpty() ? "" : "<figcaption>" + alt + "</figcaption>";
    return "<figure>" + shown + caption + "</figure>";
  }

  static String name(Network network) {
    return switch (network) {
      case LINKEDIN -> "LinkedIn";
      case X -> "X";
      case MASTODON -> "Mastodon";
      case MODEL -> "Model";
    };
  }
}
