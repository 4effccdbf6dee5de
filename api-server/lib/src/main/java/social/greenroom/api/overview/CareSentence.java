package social.greenroom.api.overview;

import org.jspecify.annotations.Nullable;
import social.greenroom.store.overview.CareItem;

/** Says what needs care, and what to do. */
final class CareSentence {
  private CareSentence() {}

  static String of(CareItem item) {
    var name = item.name() == null ? "something" : item.name();
    var detail = item.detail();
    return switch (item.kind()) {
      case "variant_failed" -> with("A post for %s failed".formatted(name), detail);
      case "variant_unknown" ->
          "It isn't known whether a post for %s went out: please look.".formatted(name);
      case "follow_up_failed" ->
          with("A post for %s is out, but not all that follows it".formatted(name), detail);
      case "follow_up_unknown" ->
          "It isn't known whether all that follows a post for %s is out: please look."
              .formatted(name);
      case "variant_blocked" -> with("A post for %s is blocked".formatted(name), detail);
      case "account_hard_block" ->
          with("%s is blocked by its network, so nothing goes out".formatted(name), detail);
      case "account_soft_block" -> with("%s is slowed down by its network".formatted(name), detail);
      case "account_not_connected" ->
          "%s isn't connected yet; its posts can't go out.".formatted(name);
      case "request_failed" -> with("The request %s failed".formatted(name), detail);
      case "server_unreachable" -> with("The server %s can't be reached".formatted(name), detail);
      case "stop" -> with("%s stopped sending".formatted(name), detail);
      default -> with("%s needs care".formatted(name), detail);
    };
  }

  private static String with(String what, @Nullable String detail) {
    if (detail == null || detail.isBlank()) {
      return what + ".";
    }
    return "%s: %s%s".formatted(what, detail.strip(), detail.strip().endsWith(".") ? "" : ".");
  }
}
