package social.greenroom.store.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can sign in. */
public record UserRow(
    UUID id,
    String email,
    String displayName,
    @Nullable String passwordHash,
    @Nullable Instant disabledAt,
    Instant createdAt) {
  @Override
  public String toString() {
    return "UserRow[%s]".formatted(id);
  }
}
