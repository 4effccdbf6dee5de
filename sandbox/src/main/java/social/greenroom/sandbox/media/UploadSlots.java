package social.greenroom.sandbox.media;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.sandbox.journal.Journal;

/** Uploads that were announced and may be sent to an address of their own. */
public final class UploadSlots {
  private final Map<String, JsonObject> slots = new HashMap<>();
  private final Journal journal;

  public UploadSlots(Journal journal) {
    this.journal = journal;
    journal.on("slot", fact -> slots.put(fact.getString("id"), fact));
  }

  /** Opens a slot for an account; returns the id under which the upload will be known. */
  public String open(String network, String owner) {
    var id = UUID.randomUUID().toString().replace("-", "");
    journal.record(
        "slot", new JsonObject().put("id", id).put("network", network).put("owner", owner));
    return id;
  }

  /** Whose slot it is, if it was opened at that network. */
  public Optional<String> owner(String network, String id) {
    return Optional.ofNullable(slots.get(id))
        .filter(slot -> slot.getString("network").equals(network))
        .map(slot -> slot.getString("owner"));
  }
}
