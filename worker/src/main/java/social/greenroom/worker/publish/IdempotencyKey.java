package social.greenroom.worker.publish;

import social.greenroom.store.post.VariantRow;

/** The key under which a network that takes one knows a post again. */
final class IdempotencyKey {
  private static final int HASH_DIGITS = 16;

  private IdempotencyKey() {}

  /** The same for every attempt at the same content, another as soon as the content changes. */
  static String of(VariantRow variant) {
    return "%s-%s".formatted(variant.id(), variant.contentHash().substring(0, HASH_DIGITS));
  }
}
