package social.greenroom.sandbox.timeline;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.journal.Journal;
import social.greenroom.sandbox.media.StoredMedia;

/** Every post the networks hold, oldest first. */
public final class Timeline {
  private final Map<String, Post> posts = new LinkedHashMap<>();
  private final Journal journal;
  private final Origin origin;
  private long lastId;

  public Timeline(Journal journal, Origin origin) {
    this.journal = journal;
    this.origin = origin;
    journal.on("post", this::applyPost);
    journal.on("unpost", fact -> posts.remove(fact.getString("id")));
    journal.on("empty", fact -> posts.clear());
  }

  private void applyPost(JsonObject fact) {
    var post = Post.fromFact(fact);
    posts.put(post.id(), post);
    lastId = Math.max(lastId, Long.parseLong(post.id()));
  }

  /** Accepts a post now. */
  public Post accept(
      Network network,
      String handle,
      String text,
      List<StoredMedia> media,
      Optional<String> replyTo) {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    // Grows with time like the networks' own numbers, and never repeats within a millisecond.
    long id = Math.max(lastId + 1, now.toEpochMilli() << 16);
    var post = new Post(Long.toString(id), network, handle, text, media, now, replyTo);
    journal.record("post", post.toFact());
    return post;
  }

  public void remove(Post post) {
    journal.record("unpost", new JsonObject().put("id", post.id()));
  }

  void clear() {
    journal.record("empty", new JsonObject());
  }

  public Optional<Post> find(String id) {
    return Optional.ofNullable(posts.get(id));
  }

  public Optional<Post> find(Network network, String id) {
    return find(id).filter(post -> post.network() == network);
  }

  /** A network's posts, oldest first. */
  public Stream<Post> of(Network network) {
    return all().filter(post -> post.network() == network);
  }

  /** An account's posts, oldest first. */
  public Stream<Post> of(Network network, String handle) {
    return all().filter(post -> post.by(network, handle));
  }

  Stream<Post> all() {
    return posts.values().stream();
  }

  /** The address at which anybody can see the post. */
  public String url(Post post) {
    return origin.at("/timeline/" + post.id());
  }
}
