package social.greenroom.worker.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.Unreached;
import social.greenroom.core.network.Networks;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.FollowTime;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpClaim;
import social.greenroom.store.follow.FollowUpFinish;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.vault.VaultException;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.limit.CallHealth;
import social.greenroom.worker.limit.NetworkLimits;
import social.greenroom.worker.log.Unchecked;
import social.greenroom.worker.settle.AlteredText;
import social.greenroom.worker.settle.StoredText;

/**
 * What is written before and after a call that adds what follows a post. Each method is one
 * transaction, and none of them spans the call. Every write carries the claim's fencing number.
 */
final class FollowUpBook {
  private static final String UNANSWERABLE =
      "Nobody knows the number under which the network keeps the post before it, so nothing can"
          + " answer it. Add it by hand, or leave it out.";

  private final TenantDatabase database;
  private final AccountReach reach;
  private final NetworkLimits limits;
  private final InstantSource clock;

  FollowUpBook(
      TenantDatabase database, AccountReach reach, NetworkLimits limits, InstantSource clock) {
    this.database = database;
    this.reach = reach;
    this.limits = limits;
    this.clock = clock;
  }

  /** The trace that its post's approval belongs to. */
  Optional<String> trace(FollowUpClaim claim) {
    return database.in(database.own(), session -> session.traces().of(claim.row().variantId()));
  }

  /** A sign of life; false when the claim is another's by now. */
  boolean beat(FollowUpClaim claim) {
    return database.in(database.own(), session -> session.followUpClaims().heartbeat(claim));
  }

  /**
   * Checks once more and, if it may go, writes the attempt down. Empty when it may not: then that
   * is written instead.
   */
  Optional<FollowUpSending> begin(FollowUpClaim claim) {
    try {
      return database.in(database.own(), session -> begin(session, claim));
    } catch (RuleViolationException e) {
      var why = String.valueOf(e.getMessage());
      return switch (e.rule()) {
        case STOPPED -> held(claim, why, FollowUpBackoff.HELD);
        case APPROVAL, TRANSITION -> refused(claim, why);
        case IMMUTABLE, SENT_ALREADY, CONSENT, STALE_CLAIM -> throw e;
      };
    } catch (VaultException e) {
      // The keys of a running Job may be older than the secret: the next Job has newer ones. And a
      // token is soon kept for the new host of its server.
      return held(claim, String.valueOf(e.getMessage()), FollowUpBackoff.HELD);
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      return held(claim, Unchecked.because(e), FollowUpBackoff.HELD);
    }
  }

  private Optional<FollowUpSending> begin(TenantSession session, FollowUpClaim claim) {
    var variant = session.variants().find(claim.row().variantId()).orElseThrow();
    var account = session.accounts().find(claim.row().accountId()).orElseThrow();
    var payload = variant.content();
    var talent = session.talents().find(variant.talentId()).orElseThrow();
    var policy = AccountPolicy.read(session, talent, account);
    var forbidden = policy.policy().neverSayList().firstHit(payload);
    if (forbidden.isPresent()) {
      session.followUpClaims().refuse(claim, forbidden.get().sentence());
      return Optional.empty();
    }
    if (!itsTime(session, claim, policy.rules())) {
      return Optional.empty();
    }
    var access = reach.of(session, account);
    if (access.isEmpty() && !AccountReach.astray(session, List.of(account)).isEmpty()) {
      throw new VaultException(Unreached.ASTRAY);
    }
    var answered = session.followUpLedger().answered(claim.row());
    if (access.isEmpty() || answered.isEmpty()) {
      session.followUpClaims().refuse(claim, access.isEmpty() ? Unreached.MISSING : UNANSWERABLE);
      return Optional.empty();
    }
    // Asked last: where the network didn't answer of late, who is let through tries it.
    var hold = limits.gate(session, List.of(account.id()), session.now()).refusal(account.id());
    if (hold.isPresent()) {
      session.followUpClaims().release(claim, hold.get().why(), hold.get().until());
      return Optional.empty();
    }
    return Optional.of(
        sending(session, claim, variant, account, payload, access.get(), answered.get()));
  }

  /** Where the account's rules don't let it out now, that is written. */
  private static boolean itsTime(TenantSession session, FollowUpClaim claim, PostingRules rules) {
    var now = session.now();
    var before = Before.read(session, claim.row());
    var time = FollowTime.of(rules, before.sent(), before.wanted(), now);
    if (time.at() == null) {
      session.followUpClaims().refuse(claim, time.reason());
      return false;
    }
    if (time.at().isAfter(now)) {
      session.followUpClaims().release(claim, time.reason(), time.at());
      return false;
    }
    return true;
  }

  private static FollowUpSending sending(
      TenantSession session,
      FollowUpClaim claim,
      VariantRow variant,
      AccountRow account,
      Payload payload,
      AccountAccess access,
      String answered) {
    var followUp = of(payload, claim.row().position());
    var retry =
        Networks.of(account.platform()).retry(followUp.kind().operation(), account.channel());
    // The same for every attempt: what was approved can't change any more.
    var key = "%s-%d".formatted(variant.id(), followUp.position());
    var attempt = session.followUpLedger().begin(claim, key, retry, answered);
    return new FollowUpSending(
        claim,
        attempt,
        new FollowUpCommand(access, followUp, answered, payload.options(), key),
        SettleFollowUp.sentFrom(session, attempt).isBefore(attempt.startedAt()));
  }

  /** What follows the post at that turn. */
  static FollowUp of(Payload payload, int position) {
    return FollowUp.of(payload).get(position - 1);
  }

  private Optional<FollowUpSending> held(FollowUpClaim claim, String why, Duration pause) {
    database.run(
        database.own(),
        session -> session.followUpClaims().release(claim, why, clock.instant().plus(pause)));
    return Optional.empty();
  }

  private Optional<FollowUpSending> refused(FollowUpClaim claim, String why) {
    database.run(database.own(), session -> session.followUpClaims().refuse(claim, why));
    return Optional.empty();
  }

  /** A call has returned; what came of it is to be written by {@link #finish}. */
  FollowUpAnswered answered(FollowUpSending sending, PublishOutcome outcome) {
    return new FollowUpAnswered(sending, outcome, limits.told(sending.attempt().accountId()));
  }

  /** Writes what came of the call. False when the claim was lost. */
  boolean finish(FollowUpAnswered answered) {
    return database.in(
        database.own(),
        session -> {
          var now = session.now();
          var sending = answered.sending();
          var finish = finishOf(session, answered, now);
          var written = session.followUpLedger().finish(sending.claim(), sending.attempt(), finish);
          var returned = List.of(answered.returned(finish.notBefore()));
          limits.keep(session, returned, now);
          CallHealth.keep(session, returned);
          if (written) {
            record(session, sending, finish);
          }
          return written;
        });
  }

  private static FollowUpFinish finishOf(
      TenantSession session, FollowUpAnswered answered, Instant now) {
    var row = answered.sending().claim().row();
    var stored = answered.outcome() instanceof Published published ? published.storedText() : null;
    var altered =
        StoredText.altered(answered.sending().command().followUp().text(), stored).orElse(null);
    return FollowUpBackoff.after(session.followUps().attempts(List.of(row.variantId())), row)
        .finish(answered.outcome(), altered, now, ThreadLocalRandom.current());
  }

  /** What waits again isn't news. */
  private static void record(
      TenantSession session, FollowUpSending sending, FollowUpFinish finish) {
    var words = sending.command().followUp().words();
    switch (finish.next()) {
      case DONE -> record(session, sending, "follow_up.done", "Added %s.".formatted(words));
      case FAILED ->
          record(
              session,
              sending,
              "follow_up.failed",
              "%s wasn't added: %s".formatted(capital(words), finish.reason()));
      case UNKNOWN ->
          record(
              session,
              sending,
              "follow_up.unknown",
              "Nobody knows yet whether %s was added: %s".formatted(words, finish.reason()));
      case WAITING, SENDING, LEFT_OUT -> {}
    }
    if (finish.alteredText() != null) {
      var row = sending.claim().row();
      AlteredText.tell(session, sending.claim().worker(), words, row.variantId(), row.talentId());
    }
  }

  private static void record(
      TenantSession session, FollowUpSending sending, String act, String sentence) {
    var row = sending.claim().row();
    session
        .audit()
        .record(
            AuditEntry.of(
                Actor.worker(sending.claim().worker()),
                act,
                sentence,
                "variant",
                row.variantId(),
                row.talentId()));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
