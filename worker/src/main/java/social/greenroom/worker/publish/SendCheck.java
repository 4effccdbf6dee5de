package social.greenroom.worker.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.PublishRate;
import social.greenroom.core.policy.EffectivePolicy;
import social.greenroom.core.post.Approval;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.Violation;

/**
 * The last look before a post leaves: everything that was checked when it was drafted, edited and
 * approved is checked again on what is about to be sent. A pure decision over what was read in one
 * transaction.
 *
 * @param canonical the payload as stored; its hash is computed from it here, never taken from a row
 * @param approval the live approval, if there is one
 * @param accountRemoteId the account at the network, as connected now
 * @param sentBefore when the account's other posts went out
 * @param talentSentBefore when the posts of all the talent's accounts went out
 */
record SendCheck(
    String canonical,
    @Nullable Approval approval,
    Platform platform,
    Channel channel,
    @Nullable String accountRemoteId,
    EffectivePolicy policy,
    ZoneId zone,
    List<Instant> sentBefore,
    List<Instant> talentSentBefore) {
  /** How long to wait where nothing says until when: a stop is lifted by a person, at any time. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  Clearance at(Instant now) {
    return content(now)
        .or(() -> stop(now))
        .or(() -> schedule(now))
        .or(() -> rate(now))
        .orElse(new Clearance.Granted());
  }

  private Optional<Clearance> content(Instant now) {
    Payload payload;
    try {
      payload = CanonicalPayload.read(canonical);
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new Clearance.Never("The content can't be read any more: %s".formatted(e.getMessage())));
    }
    return approval(payload, now)
        .or(() -> policy.neverSayList().firstHit(payload).map(hit -> never(hit.sentence())))
        .or(() -> limits(payload));
  }

  private Optional<Clearance> approval(Payload payload, Instant now) {
    if (approval == null) {
      return Optional.of(
          never("No approval stands for this post; ask its owner for a yes before it is sent."));
    }
    if (!payload.accountRemoteId().equals(accountRemoteId)) {
      return Optional.of(
          never("The post was made for another account at the network; have it drafted again."));
    }
    var from = approval.window().notBefore();
    var opens = from == null || from.isBefore(now) ? now : from;
    var refusal = approval.refusal(payload, opens);
    if (refusal.isPresent()) {
      return refusal.map(Clearance.Never::new);
    }
    return opens.isAfter(now)
        ? Optional.of(new Clearance.Later(opens, "The approved window begins then."))
        : Optional.empty();
  }

  private Optional<Clearance> limits(Payload payload) {
    var problems = PayloadCheck.check(payload, channel);
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            never(problems.stream().map(p -> p.message()).collect(Collectors.joining(" "))));
  }

  private Optional<Clearance> stop(Instant now) {
    return policy.stop().stops()
        ? Optional.of(
            new Clearance.Pause(
                now.plus(PAUSE), "Sending is stopped; it goes on when the stop is lifted."))
        : Optional.empty();
  }

  private Optional<Clearance> schedule(Instant now) {
    return policy
        .talentDay(zone, talentSentBefore)
        .check(policy.rules(zone), now, sentBefore)
        .map(violation -> moved(violation, now));
  }

  private Clearance moved(Violation violation, Instant now) {
    var earliest = violation.earliest();
    var again = earliest == null ? now.plus(PAUSE) : earliest;
    var closes = approval == null ? null : approval.window().notAfter();
    if (closes != null && again.isAfter(closes)) {
      return never(
          "%s The approved window ends before it may go; ask its owner for another time."
              .formatted(violation.sentence()));
    }
    return earliest == null
        ? new Clearance.Pause(again, violation.sentence())
        : new Clearance.Later(again, violation.sentence());
  }

  private Optional<Clearance> rate(Instant now) {
    return PublishRate.of(platform)
        .next(sentBefore, now)
        .map(
            at ->
                new Clearance.Later(
                    at,
                    "%s takes no more posts from this account for now."
                        .formatted(platform.displayName())));
  }

  private static Clearance never(String sentence) {
    return new Clearance.Never(sentence);
  }
}
