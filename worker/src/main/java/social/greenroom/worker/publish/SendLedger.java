package social.greenroom.worker.publish;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.media.MediaUnavailableException;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.publish.FinishResult;
import social.greenroom.store.publish.NewAttempt;
import social.greenroom.store.vault.VaultException;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.limit.CallHealth;
import social.greenroom.worker.limit.Hold;
import social.greenroom.worker.limit.NetworkLimits;
import social.greenroom.worker.log.Unchecked;
import social.greenroom.worker.settle.AlteredText;
import social.greenroom.worker.settle.StoredText;

/**
 * What is written before and after a publish call: a transaction before and one after, none spans
 * the call. What many flights of the tenant write at the same time is written in one. Every write
 * carries the claim's fencing number.
 */
final class SendLedger implements Heartbeats.Beats {
  private static final System.Logger LOG = System.getLogger(SendLedger.class.getName());

  private final TenantDatabase database;
  private final AccountReach reach;
  private final MediaSeal media;
  private final NetworkLimits limits;
  private final InstantSource clock;
  private final Together<Leaving, Optional<Sending>> beginning = new Together<>(this::begin);
  private final Together<Claim, Optional<String>> looking = new Together<>(this::withheld);
  private final Together<Answered, FinishResult> finishing = new Together<>(this::finish);

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
      return beginning.ask(new Leaving(claim, media.look(pictures(claim))));
    } catch (RuleViolationException e) {
      return refused(claim, DatabaseRefusal.of(e, clock.instant()));
    } catch (VaultException | MediaUnavailableException e) {
      // The keys of a running Job may be older than the secret: the next Job has newer ones. And a
      // store that is away comes back.
      return refused(claim, pause(String.valueOf(e.getMessage())));
    } catch (DatabaseUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      return refused(claim, pause(Unchecked.because(e)));
    }
  }

  private Clearance pause(String reason) {
    return new Clearance.Pause(clock.instant().plus(SendCheck.PAUSE), reason);
  }

  /** One that is about to leave, and what was found of its pictures. */
  private record Leaving(Claim claim, SeenPictures seen) {}

  private static List<PayloadMedia> pictures(Claim claim) {
    try {
      return claim.variant().content().media();
    } catch (IllegalArgumentException e) {
      // What can't be read isn't sent either: the check says so.
      return List.of();
    }
  }

  private Optional<Sending> refused(Claim claim, Clearance clearance) {
    database.run(database.own(), session -> clearance.writeTo(new RefusedClaim(session, claim)));
    return Optional.empty();
  }

  private List<Optional<Sending>> begin(List<Leaving> leaving) {
    return database.in(database.own(), session -> begin(session, leaving));
  }

  private List<Optional<Sending>> begin(TenantSession session, List<Leaving> leaving) {
    var claims = leaving.stream().map(Leaving::claim).toList();
    var departures = Departures.read(session, reach, claims);
    var accounts = claims.stream().map(claim -> claim.variant().accountId()).toList();
    var gate = limits.gate(session, accounts, departures.now());
    var granted = new ArrayList<NewAttempt>();
    for (var one : leaving) {
      var claim = one.claim();
      var clearance = departures.clearance(claim.variantId(), one.seen());
      if (clearance.granted()) {
        clearance =
            gate.refusal(claim.variant().accountId()).map(SendLedger::held).orElse(clearance);
      }
      if (clearance.granted()) {
        granted.add(departures.leave(claim));
      } else {
        clearance.writeTo(new RefusedClaim(session, claim));
      }
    }
    var begun =
        session.attempts().begin(granted).stream()
            .collect(Collectors.toMap(AttemptRow::variantId, Function.identity()));
    var doubted = session.attempts().doubtedBefore(begun.values());
    return claims.stream()
        .map(
            claim ->
                Optional.ofNullable(begun.get(claim.variantId()))
                    .map(
                        attempt ->
                            departures.sending(
                                claim,
                                attempt,
                                new StillMine(this, claim),
                                doubted.contains(attempt.id()))))
        .toList();
  }

  private static Clearance held(Hold hold) {
    return hold.told()
        ? new Clearance.Later(hold.until(), hold.why())
        : new Clearance.Pause(hold.until(), hold.why());
  }

  /** Why a claim whose attempt is written down may not be sent any more; empty when it may. */
  Optional<String> withheld(Claim claim) {
    try {
      return looking.ask(claim);
    } catch (RuntimeException e) {
      // Whatever it was: nobody was called, and nobody may be.
      LOG.log(
          Level.WARNING, "Variant {0} isn''t sent unasked: {1}", claim.variantId(), e.getMessage());
      return Optional.of("The database didn't answer whether it may still go out.");
    }
  }

  private List<Optional<String>> withheld(List<Claim> claims) {
    var why = database.in(database.own(), session -> session.claims().withheld(claims));
    return claims.stream().map(claim -> Optional.ofNullable(why.get(claim.variantId()))).toList();
  }

  /** A call has returned; what came of it is to be written by {@link #finish}. */
  Answered answered(Sending sending, PublishOutcome outcome) {
    return new Answered(sending, outcome, limits.told(sending.attempt().accountId()));
  }

  /** Writes what came of the call. */
  FinishResult finish(Answered answered) {
    return finishing.ask(answered);
  }

  private List<FinishResult> finish(List<Answered> answered) {
    return database.in(database.own(), session -> finish(session, answered));
  }

  private List<FinishResult> finish(TenantSession session, List<Answered> answered) {
    var now = session.now();
    var landed = answered.stream().map(one -> new Landed(one, finish(session, one, now))).toList();
    var results = session.attempts().finish(landed.stream().map(Landed::finished).toList());
    var returned = landed.stream().map(Landed::returned).toList();
    limits.keep(session, returned, now);
    CallHealth.keep(session, returned);
    for (var one : landed) {
      if (one.finish().alteredText() != null
          && results.get(one.attemptId()) == FinishResult.WRITTEN) {
        var variant = one.sending().claim().variant();
        AlteredText.tell(
            session, one.sending().claim().worker(), "the post", variant.id(), variant.talentId());
      }
    }
    return landed.stream()
        .map(one -> Objects.requireNonNull(results.get(one.attemptId())))
        .toList();
  }

  private static Finish finish(TenantSession session, Answered answered, Instant now) {
    var outcome = answered.outcome();
    var sending = answered.sending();
    if (outcome instanceof PublishOutcome.Published) {
      var finish = Finish.of(outcome, now);
      return altered(sending, outcome).map(finish::altered).orElse(finish);
    }
    var variant = sending.claim().variant();
    return Backoff.after(session.attempts().of(variant.id()), variant.publishAt())
        .finish(outcome, now, ThreadLocalRandom.current());
  }

  /** The post as the network says that it keeps it, where that isn't what was sent. */
  private static Optional<String> altered(Sending sending, PublishOutcome outcome) {
    return outcome instanceof PublishOutcome.Published published
        ? StoredText.altered(OutgoingText.of(sending.command().payload()), published.storedText())
        : Optional.empty();
  }
}
