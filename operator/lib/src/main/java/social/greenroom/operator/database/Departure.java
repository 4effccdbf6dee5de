package social.greenroom.operator.database;

import java.util.UUID;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;

/**
 * That a resource was deleted, and that it was made again: people learn of both in the activity,
 * also where no post was concerned.
 */
public final class Departure {
  private Departure() {}

  /**
   * The resource was deleted.
   *
   * @param kind {@code talent} or {@code account}
   * @param sentence why, and what came of it
   */
  public static AuditEntry of(String kind, UUID id, UUID talentId, String sentence) {
    return AuditEntry.of(Actor.operator(), kind + ".removed", sentence, kind, id, talentId);
  }

  /** It was made again. */
  public static AuditEntry over(String kind, UUID id, UUID talentId, String sentence) {
    return AuditEntry.of(Actor.operator(), kind + ".returned", sentence, kind, id, talentId);
  }

  /** How many posts went with it, as a sentence. */
  public static String count(int cancelled) {
    return switch (cancelled) {
      case 0 -> "No post was waiting.";
      case 1 -> "1 post was cancelled.";
      default -> "%d posts were cancelled.".formatted(cancelled);
    };
  }
}
