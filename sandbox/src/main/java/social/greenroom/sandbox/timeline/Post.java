package social.greenroom.sandbox.timeline;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Origin;
import social.greenroom.sandbox.media.StoredMedia;

/**
 * A post as a network keeps it.
 *
 * @param id the number the network knows it by
 * @param at when it was accepted
 * @param replyTo the id of the post it answers, if it answers one
 */
public record Post(
    String id,
    Network network,
    String handle,
    String text,
    List<StoredMedia> media,
    Instant at,
    Optional<String> replyTo) {

  public Post {
    media = List.copyOf(media);
  }

  /** Whether it is that account's; handles are compared as {@link Caller#plain} does. */
  public boolean by(Network network, String handle) {
    return this.network == network && Caller.plain(this.handle).equals(Caller.plain(handle));
  }

  JsonObject toFact() {
    var kept = new JsonArray();
    media.forEach(one -> kept.add(one.toJson()));
    return new JsonObject()
        .put("id", id)
        .put("network", network.key())
        .put("handle", handle)
        .put("text", text)
        .put("media", kept)
        .put("at", at.toString())
        .put("replyTo", replyTo.orElse(null));
  }

  static Post fromFact(JsonObject fact) {
    return new Post(
        fact.getString("id"),
        Network.named(fact.getString("network")).orElseThrow(),
        fact.getString("handle"),
        fact.getString("text"),
        fact.getJsonArray("media").stream()
            .map(one -> StoredMedia.fromJson((JsonObject) one))
            .toList(),
        Instant.parse(fact.getString("at")),
        Optional.ofNullable(fact.getString("replyTo")));
  }

  /** What {@code /timeline.json} tells of it. */
  JsonObject toJson(Origin origin) {
    var shown = new JsonArray();
    for (var one : media) {
      var json =
          new JsonObject()
              .put("url", origin.at("/media/" + one.id()))
              .put("mediaType", one.kind().mediaType())
              .put("bytes", one.bytes());
      if (one.width() > 0) {
        json.put("width", one.width()).put("height", one.height());
      }
      if (!one.alt().isEmpty()) {
        json.put("alt", one.alt());
      }
      shown.add(json);
    }
    var json =
        new JsonObject()
            .put("id", id)
            .put("network", network.key())
            .put("handle", handle)
            .put("text", text)
            .put("media", shown)
            .put("at", at.toString())
            .put("url", origin.at("/timeline/" + id));
    replyTo.ifPresent(answered -> json.put("replyTo", answered));
    return json;
  }
}
