package social.greenroom.channels.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a network that said "too many requests" may be asked again. */
public record ComeBack(Instant now) {
  /** Where the network doesn't tell: the length of the windows that X and LinkedIn count in. */
  private static final Duration UNTOLD = Duration.ofMinutes(15);

  private static final Duration LONGEST = Duration.ofHours(24);

  /** Fewer seconds than this (2001-09-09) are meant from now. */
  private static final long EPOCH_FROM = 1_000_000_000;

  /** After what a Retry-After header says: seconds, or a date. */
  public Optional<Instant> retryAfter(String value) {
    if (value.strip().matches("\\d{1,9}")) {
      return Optional.of(bounded(now.plusSeconds(Long.parseLong(value.strip()))));
    }
    try {
      return Optional.of(
          bounded(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * At a reset told in seconds of the epoch, as X does, in seconds from now, as the IETF's draft of
   * these headers has it, or as an ISO instant, as Mastodon does.
   */
  public Optional<Instant> reset(String value) {
    try {
      return Optional.of(
          bounded(
              value.strip().matches("\\d{1,12}")
                  ? seconds(Long.parseLong(value.strip()))
                  : Instant.parse(value.strip())));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant seconds(long told) {
    return told < EPOCH_FROM ? now.plusSeconds(told) : Instant.ofEpochSecond(told);
  }

  public Instant untold() {
    return now.plus(UNTOLD);
  }

  private Instant bounded(Instant told) {
    if (told.isBefore(now.plusSeconds(1))) {
      return now.plusSeconds(1);
    }
    return told.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : told;
  }
}
