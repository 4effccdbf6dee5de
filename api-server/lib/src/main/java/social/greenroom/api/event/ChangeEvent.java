package social.greenroom.api.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.change.Change;

/**
 * Something changed; who wants to know what reads it again.
 *
 * @param kind variant, request, series, account or talent
 */
@Schema(name = "ChangeEvent")
public record ChangeEvent(String kind, UUID id, @Nullable UUID talentId, Instant at) {
  /** The event of a change, or empty for one that no page shows. */
  static Optional<ChangeEvent> of(Change change, Instant at) {
    var kind =
        switch (change.kind()) {
          case "variant", "request", "series", "account", "talent" -> change.kind();
          case "intake" -> "request";
          case "series_asked" -> "series";
          // A stop holds posts back, and a tenant's changes touch every talent.
          case "stop", "tenant" -> "talent";
          default -> "";
        };
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var id =
        change.kind().equals("stop") && change.talent() != null ? change.talent() : change.id();
    return Optional.of(new ChangeEvent(kind, id, change.talent(), at));
  }
}
