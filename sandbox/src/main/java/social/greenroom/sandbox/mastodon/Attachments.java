package social.greenroom.sandbox.mastodon;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.greenroom.sandbox.call.Network;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.exchange.Reply;
import social.greenroom.sandbox.media.MediaStore;
import social.greenroom.sandbox.media.StoredMedia;
import social.greenroom.sandbox.media.UploadSlots;

/** Media for statuses. Pictures are ready at once; a video is processed until it is asked after. */
final class Attachments {
  private final Front front;
  private final MediaStore media;
  private final UploadSlots slots;
  private final Entities entities;
  private final Set<String> processing = new HashSet<>();

  Attachments(Front front, MediaStore media, UploadSlots slots, Entities entities) {
    this.front = front;
    this.media = media;
    this.slots = slots;
    this.entities = entities;
  }

  void mount(Router router) {
    router
        .post("/mastodon/api/v2/media")
        .handler(
            ctx ->
                front.admit(
                    ctx,
                    Operation.MEDIA,
                    "write:media",
                    (handle, truncating) -> upload(ctx, handle)));
    router
        .get("/mastodon/api/v1/media/:id")
        .handler(
            ctx ->
                front.admit(
                    ctx,
                    Operation.MEDIA,
                    "write:media",
                    (handle, truncating) -> state(ctx, handle)));
  }

  private Reply upload(RoutingContext ctx, String handle) {
    var file =
        ctx.fileUploads().stream().filter(upload -> upload.name().equals("file")).findFirst();
    if (file.isEmpty()) {
      return refused(422, "Validation failed: File can't be blank");
    }
    var bytes = read(Path.of(file.get().uploadedFileName()));
    var complaint = MediaRules.complaint(bytes);
    if (complaint.isPresent()) {
      return refused(422, complaint.get());
    }
    var id = slots.open(Network.MASTODON.key(), owner(handle));
    return media
        .keep(id, owner(handle), bytes, Form.of(ctx).text("description"))
        .map(this::uploaded)
        .orElseGet(() -> refused(422, "Validation failed: File content type is invalid"));
  }

  private Reply uploaded(StoredMedia kept) {
    if (kept.kind().image()) {
      return Reply.ok(entities.media(kept));
    }
    processing.add(kept.id());
    return Reply.json(202, entities.media(kept).putNull("url"), true);
  }

  private Reply state(RoutingContext ctx, String handle) {
    var found = find(handle, ctx.pathParam("id"));
    if (found.isEmpty()) {
      return refused(404, "Record not found");
    }
    if (processing.remove(found.get().id())) {
      return new Reply(206, Map.of(), Buffer.buffer(), true);
    }
    return Reply.ok(entities.media(found.get()));
  }

  /** All of {@code ids}, or nothing if one is unknown or not ready. */
  Optional<List<StoredMedia>> find(String handle, List<String> ids) {
    var all = new ArrayList<StoredMedia>();
    for (var id : ids) {
      find(handle, id).filter(one -> !processing.contains(one.id())).ifPresent(all::add);
    }
    return all.size() == ids.size() ? Optional.of(all) : Optional.empty();
  }

  private Optional<StoredMedia> find(String handle, String id) {
    return media.find(id).filter(one -> one.owner().equals(owner(handle)));
  }

  private static String owner(String handle) {
    return Network.MASTODON.key() + ':' + handle;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply refused(int status, String why) {
    return Reply.refused(status, new JsonObject().put("error", why));
  }
}
