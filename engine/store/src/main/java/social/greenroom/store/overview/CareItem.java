package social.greenroom.store.overview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at.
 *
 * @param kind variant_failed, variant_unknown, variant_blocked, follow_up_failed,
 *     follow_up_unknown, account_hard_block, account_soft_block, account_not_connected,
 *     request_failed, server_unreachable, stop
 * @param subjectKind variant, account, request, mcp_server or stop
 * @param name what people call the subject: an account's handle, a server's name
 * @param detail the recorded reason, a sentence
 */
public record CareItem(
    String kind,
    String subjectKind,
    UUID subjectId,
    @Nullable UUID talentId,
    @Nullable String name,
    @Nullable String detail,
    Instant since) {
  /** True for what keeps posts from going out, or may have sent one twice. */
  public boolean urgent() {
    return switch (kind) {
      case "variant_failed",
          "variant_unknown",
          "follow_up_failed",
          "follow_up_unknown",
          "account_hard_block",
          "server_unreachable" ->
          true;
      default -> false;
    };
  }
}
