package social.greenroom.worker.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.media.MediaUnavailableException;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Operation;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.approval.ApprovalRow;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.publish.FinishResult;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.vault.VaultException;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.settle.AlteredText;
import social.greenroom.worker.settle.StoredText;

/**
 * What is written before and after a publish call. Each method is one transaction, and none of them
 * spans the call. Every write carries the claim's fencing number.
 */
final class SendLedger implements Heartbeats.Beats {
  private static final Duration LOOK_BACK = Duration.ofDays(8);

  private final TenantDatabase database;
  private final AccountReach reach;
  private final MediaSeal media;
  private final NetworkLimits limits;
  private final InstantSource clock;

  SendLedger(
      TenantDatabase database,
      AccountReach reach,
      MediaSeal media,
      NetworkLimits limits,
      InstantSource clock) {
    this.database = database;
    this.reach = reach;
    this.media = media;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Set<UUID> beat(Collection<Claim> claims) {
    return database.in(database.own(), session -> session.claims().heartbeat(claims));
  }

  /** The trace that its approval belongs to. */
  Optional<String> trace(Claim claim) {
    return database.in(database.own(), session -> session.traces().of(claim.variantId()));
  }

  /**
   * Checks everything on the row as it is now and, if it may go, writes the attempt down. Empty
   * when it may not: then the refusal is written instead.
   */
  Optional<Sending> begin(Claim claim) {
    try {
      var seen = media.look(pictures(claim));
      return database.in(database.own(), session -> begin(session, claim, seen));
    } catch (RuleViolationException e) {
      return refused(claim, DatabaseRefusal.of(e, clock.instant()));
    } catch (VaultException | MediaUnavailableException e) {
      // The keys of a running Job may be older than the secret: the next Job has newer ones. And a
      // store that is away comes back.
      var later = clock.instant().plus(SendCheck.PAUSE);
      return refused(claim, new Clearance.Later(later, String.valueOf(e.getMessage())));
    }
  }

  private static List<PayloadMedia> pictures(Claim claim) {
    try {
      return claim.variant().content().media();
    } catch (IllegalArgumentException e) {
      // What can't be read isn't sent either: the check says so.
      return List.of();
    }
  }

  private Optional<Sending> refused(Claim claim, Clearance clearance) {
    return database.in(database.own(), session -> refused(session, claim, clearance));
  }

  private Optional<Sending> begin(TenantSession session, Claim claim, SeenPictures seen) {
    // The claim's copy was read by another statement: what counts is what stands there now.
    var variant = session.variants().find(claim.variantId()).orElseThrow();
    var account = session.accounts().find(variant.accountId()).orElseThrow();
    var access = reach.of(session, account);
    if (access.isEmpty()) {
      return refused(session, claim, new Clearance.Never(AccountReach.MISSING));
    }
    // One at a time, or two accounts would both take the last place in the talent's day.
    session.planning().holdDay(variant.talentId());
    var clearance = check(session, variant, account).at(clock.instant());
    if (!clearance.granted()) {
      return refused(session, claim, clearance);
    }
    var content = variant.content();
    var broken = seen.refusal(content.media());
    if (broken.isPresent()) {
      return refused(session, claim, new Clearance.Never(broken.get()));
    }
    var repeat = repeat(session, variant);
    if (repeat.isPresent()) {
      return refused(session, claim, repeat.get());
    }
    var waits = limits.refusal(session, account.id(), clock.instant());
    if (waits.isPresent()) {
      return refused(session, claim, waits.get());
    }
    var key = IdempotencyKey.of(variant);
    var retry = Networks.of(account.platform()).retry(Operation.PUBLISH, account.channel());
    var attempt = session.attempts().begin(claim, key, retry);
    return Optional.of(new Sending(claim, attempt, new PublishCommand(access.get(), content, key)));
  }

  /** What was said lately isn't said again, unless its owner confirmed that with the yes. */
  private Optional<Clearance> repeat(TenantSession session, VariantRow variant) {
    var confirmed = session.approvals().live(variant.id()).filter(ApprovalRow::repeatConfirmed);
    if (confirmed.isPresent()) {
      return Optional.empty();
    }
    var zone = session.talents().find(variant.talentId()).map(TalentRow::timeZone).orElse("UTC");
    return session
        .repeats()
        .before(variant, clock.instant())
        .map(said -> new Clearance.Never(said.sentence(ZoneId.of(zone))));
  }

  private SendCheck check(TenantSession session, VariantRow variant, AccountRow account) {
    var talent = session.talents().find(variant.talentId()).orElseThrow();
    var policy = AccountPolicy.read(session, talent, account);
    var now = clock.instant();
    var sent = SentBefore.of(session, variant, now.minus(LOOK_BACK), now);
    return new SendCheck(
        variant.payload(),
        session.approvals().live(variant.id()).map(ApprovalRow::approval).orElse(null),
        account.platform(),
        account.channel(),
        account.remoteId(),
        policy.policy(),
        policy.zone(),
        sent.ofAccount(),
        sent.ofTalent());
  }

  private static Optional<Sending> refused(
      TenantSession session, Claim claim, Clearance clearance) {
    clearance.writeTo(new RefusedClaim(session, claim));
    return Optional.empty();
  }

  /** Writes what came of the call. */
  FinishResult finish(Sending sending, PublishOutcome outcome) {
    return database.in(
        database.own(),
        session -> {
          var finish = finish(session, sending, outcome);
          var result = session.attempts().finish(sending.claim(), sending.attempt().id(), finish);
          limits.keep(
              session, sending.attempt().accountId(), outcome, finish.notBefore(), clock.instant());
          CallHealth.of(outcome)
              .ifPresent(
                  report -> session.accounts().report(sending.attempt().accountId(), report));
          if (finish.alteredText() != null && result == FinishResult.WRITTEN) {
            var variant = sending.claim().variant();
            AlteredText.tell(
                session, sending.claim().worker(), "the post", variant.id(), variant.talentId());
          }
          return result;
        });
  }

  private Finish finish(TenantSession session, Sending sending, PublishOutcome outcome) {
    if (outcome instanceof PublishOutcome.Published) {
      var finish = Finish.of(outcome, clock.instant());
      return altered(sending, outcome).map(finish::altered).orElse(finish);
    }
    var variant = sending.claim().variant();
    return Backoff.after(session.attempts().of(variant.id()), variant.publishAt())
        .finish(outcome, clock.instant(), ThreadLocalRandom.current());
  }

  /** The post as the network says that it keeps it, where that isn't what was sent. */
  private static Optional<String> altered(Sending sending, PublishOutcome outcome) {
    return outcome instanceof PublishOutcome.Published published
        ? StoredText.altered(OutgoingText.of(sending.command().payload()), published.storedText())
        : Optional.empty();
  }
}
