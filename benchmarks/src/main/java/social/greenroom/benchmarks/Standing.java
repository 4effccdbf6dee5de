package social.greenroom.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;

/** How a post stands, with what follows it. */
record Standing(
    VariantRow variant,
    List<AttemptRow> attempts,
    List<FollowUpRow> followUps,
    List<FollowUpAttemptRow> followUpAttempts) {
  /** A wait that is longer than this is left out of what is on its way. */
  private static final Duration LONG_WAIT = Duration.ofSeconds(30);

  /** True where programs have nothing more to do: it is out, or a person is shown why not. */
  boolean rests() {
    return switch (variant.state()) {
      case PUBLISHED -> followUps.stream().allMatch(this::rests);
      case UNKNOWN -> asked();
      case FAILED, AWAITING_APPROVAL -> true;
      default -> false;
    };
  }

  /** True while it, or what is to follow it, is neither out nor in doubt nor given up. */
  boolean onItsWay() {
    return switch (variant.state()) {
      case PUBLISHED ->
          followUps.stream()
              .anyMatch(
                  row ->
                      row.state() == FollowUpState.SENDING
                          || (row.state() == FollowUpState.WAITING && !heldBack(row)));
      case UNKNOWN, FAILED, AWAITING_APPROVAL -> false;
      default -> true;
    };
  }

  /** True while it waits for a time that a person is shown, with the reason. */
  boolean postponed() {
    return variant.state() == VariantState.APPROVED
        && says(variant.scheduleReason())
        && waits(Instant.now());
  }

  /** True while a network that asked for a pause is given it. */
  boolean waits(Instant now) {
    return waits(now, variant.state() == VariantState.APPROVED ? variant.notBefore() : null)
        || followUps.stream()
            .filter(row -> row.state() == FollowUpState.WAITING)
            .anyMatch(row -> waits(now, row.notBefore()));
  }

  /** True where nobody knows yet, or ever, whether it or a part of it went out. */
  boolean unknown() {
    return variant.state() == VariantState.UNKNOWN || any(FollowUpState.UNKNOWN);
  }

  boolean failed() {
    return variant.state() == VariantState.FAILED || any(FollowUpState.FAILED);
  }

  private boolean any(FollowUpState state) {
    return followUps.stream().anyMatch(row -> row.state() == state);
  }

  /** A sentence for a person stands with everything that isn't out. */
  boolean told() {
    return switch (variant.state()) {
      case PUBLISHED -> followUps.stream().allMatch(Standing::told);
      case UNKNOWN, FAILED -> says(variant.failureReason());
      default -> false;
    };
  }

  /** Changes whenever the post or something that follows it does. */
  long versions() {
    return variant.version() + followUps.stream().mapToLong(FollowUpRow::version).sum();
  }

  private static boolean waits(Instant now, @Nullable Instant notBefore) {
    return notBefore != null && notBefore.isAfter(now.plus(LONG_WAIT));
  }

  private boolean asked() {
    return attempts.stream().anyMatch(attempt -> attempt.inDoubt() && attempt.askedAt() != null);
  }

  private boolean rests(FollowUpRow row) {
    return switch (row.state()) {
      case DONE, FAILED, LEFT_OUT -> true;
      case UNKNOWN -> asked(row);
      case WAITING, SENDING -> heldBack(row);
    };
  }

  /** What comes after a part of a thread that nobody knows of, or that failed, isn't sent. */
  private boolean heldBack(FollowUpRow row) {
    return row.state() == FollowUpState.WAITING
        && followUps.stream()
            .filter(before -> before.position() < row.position())
            .anyMatch(
                before ->
                    before.state() == FollowUpState.FAILED
                        || before.state() == FollowUpState.UNKNOWN);
  }

  private boolean asked(FollowUpRow row) {
    return followUpAttempts.stream()
        .anyMatch(
            attempt ->
                attempt.position() == row.position()
                    && attempt.settledAs() == null
                    && attempt.askedAt() != null);
  }

  private static boolean told(FollowUpRow row) {
    return switch (row.state()) {
      case DONE, LEFT_OUT, WAITING -> true;
      case UNKNOWN, FAILED -> says(row.reason());
      case SENDING -> false;
    };
  }

  private static boolean says(@Nullable String sentence) {
    return sentence != null && !sentence.isBlank();
  }
}
