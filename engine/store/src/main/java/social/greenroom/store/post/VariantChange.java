package social.greenroom.store.post;

import java.util.Optional;

/** What came of changing a variant. */
public sealed interface VariantChange {
  /** The variant as it is now; empty when there is none. */
  Optional<VariantRow> current();

  /** True when the change was made. */
  default boolean made() {
    return false;
  }

  /** It was changed. */
  record Changed(VariantRow variant) implements VariantChange {
    @Override
    public Optional<VariantRow> current() {
      return Optional.of(variant);
    }

    @Override
    public boolean made() {
      return true;
    }
  }

  /** Somebody changed it since: the version or the content hash isn't current. */
  record Stale(VariantRow variant) implements VariantChange {
    @Override
    public Optional<VariantRow> current() {
      return Optional.of(variant);
    }
  }

  /** Its state doesn't allow it; the sentence says so. */
  record NotNow(VariantRow variant, String sentence) implements VariantChange {
    @Override
    public Optional<VariantRow> current() {
      return Optional.of(variant);
    }
  }

  /** The tenant has no such variant. */
  record Missing() implements VariantChange {
    @Override
    public Optional<VariantRow> current() {
      return Optional.empty();
    }
  }
}
