package social.greenroom.worker.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.LastLook;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.Unreached;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Operation;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.approval.ApprovalRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.post.Repeat;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.NewAttempt;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.worker.account.AccountReach;

/**
 * Claimed posts that are about to leave, with all that decides whether they may: read in one
 * transaction, each kind of row by one statement for all of them, as it stands now. The claims'
 * copies were read by another statement.
 */
final class Departures {
  /** As far back as the caps of talents, accounts and networks count. */
  private static final Duration LOOK_BACK = Duration.ofDays(8);

  private final Instant now;
  private final Map<UUID, VariantRow> variants;
  private final Map<UUID, AccountRow> accounts;
  private final Map<UUID, ApprovalRow> approvals;
  private final Map<UUID, AccountAccess> accesses;
  private final Set<UUID> astray;
  private final Map<UUID, List<Occupied>> sentByTalent;
  private final Map<UUID, AccountPolicy> policies;
  private final Map<UUID, Repeat> repeats;

  private Departures(TenantSession session, AccountReach reach, List<Claim> claims) {
    var ids = claims.stream().map(Claim::variantId).toList();
    var talentIds =
        claims.stream().map(claim -> claim.variant().talentId()).collect(Collectors.toSet());
    // One at a time, or two accounts would both take the last place in the talent's day.
    session.planning().holdDays(talentIds);
    this.now = session.now();
    var tenant = session.tenant().get();
    this.variants = by(VariantRow::id, session.variants().byIds(ids));
    this.accounts =
        by(
            AccountRow::id,
            session
                .accounts()
                .byIds(variants.values().stream().map(VariantRow::accountId).toList()));
    var talents = by(TalentRow::id, session.talents().byIds(talentIds));
    this.approvals = by(ApprovalRow::variantId, session.approvals().liveOf(ids));
    this.accesses = reach.of(session, accounts.values());
    this.astray =
        accesses.size() == accounts.size()
            ? Set.of()
            : AccountReach.astray(session, accounts.values());
    this.policies =
        accounts.values().stream()
            .collect(
                Collectors.toMap(
                    AccountRow::id,
                    account ->
                        AccountPolicy.of(
                            tenant,
                            Objects.requireNonNull(talents.get(account.talentId())),
                            account)));
    this.sentByTalent =
        sent(session, talentIds).stream().collect(Collectors.groupingBy(Occupied::talentId));
    this.repeats = session.repeats().before(unconfirmed(), now, repeatWindows());
  }

  /**
   * Reads them, and holds their talents' days until the transaction ends.
   *
   * @throws social.greenroom.store.vault.VaultException when a secret can't be opened
   */
  static Departures read(TenantSession session, AccountReach reach, List<Claim> claims) {
    return new Departures(session, reach, claims);
  }

  private List<Occupied> sent(TenantSession session, Set<UUID> talentIds) {
    var from = now.minus(LOOK_BACK);
    var sent = new ArrayList<>(session.planning().sentSince(talentIds, from, now));
    var slow =
        policies.entrySet().stream()
            .filter(account -> account.getValue().rules().cooldown().compareTo(LOOK_BACK) > 0)
            .map(Map.Entry::getKey)
            .toList();
    if (!slow.isEmpty()) {
      sent.addAll(session.planning().lastSent(slow, from));
    }
    return sent;
  }

  private static <T> Map<UUID, T> by(Function<T, UUID> id, Collection<T> rows) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private List<VariantRow> unconfirmed() {
    return variants.values().stream()
        .filter(
            variant ->
                Optional.ofNullable(approvals.get(variant.id()))
                    .filter(ApprovalRow::repeatConfirmed)
                    .isEmpty())
        .toList();
  }

  private Map<UUID, Duration> repeatWindows() {
    return policies.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, account -> account.getValue().repeatWindow()));
  }

  /** By the database's clock. */
  Instant now() {
    return now;
  }

  /**
   * Whether the post may leave, apart from what its network wants.
   *
   * @param seen what was found of its pictures
   */
  Clearance clearance(UUID variantId, SeenPictures seen) {
    var variant = variant(variantId);
    if (astray.contains(variant.accountId())) {
      return new Clearance.Pause(now.plus(SendCheck.PAUSE), Unreached.ASTRAY);
    }
    if (!accesses.containsKey(variant.accountId())) {
      return new Clearance.Never(Unreached.MISSING);
    }
    var clearance = check(variant).at(now);
    if (!clearance.granted()) {
      return clearance;
    }
    var broken = seen.refusal(variant.content().media());
    if (broken.isPresent()) {
      return new Clearance.Never(broken.get());
    }
    // What was said lately isn't said again, unless its owner confirmed that with the yes.
    var repeat = repeats.get(variantId);
    return repeat == null
        ? clearance
        : new Clearance.Never(repeat.sentence(policy(variant).zone()));
  }

  /** It leaves: from here on it counts for the talent's other posts. */
  NewAttempt leave(Claim claim) {
    var variant = variant(claim.variantId());
    var account = account(variant);
    sentOf(variant.talentId())
        .add(
            new Occupied(
                variant.id(),
                variant.accountId(),
                variant.talentId(),
                now,
                VariantState.PUBLISHING));
    return new NewAttempt(
        claim,
        IdempotencyKey.of(variant),
        Networks.of(account.platform()).retry(Operation.PUBLISH, account.channel()));
  }

  /**
   * What is to be called, once the attempt is written down.
   *
   * @param afterDoubt true when the same was sent before, and nobody could tell what came of it
   */
  Sending sending(Claim claim, AttemptRow attempt, LastLook lastLook, boolean afterDoubt) {
    var variant = variant(claim.variantId());
    var access = Objects.requireNonNull(accesses.get(variant.accountId()));
    return new Sending(
        claim,
        attempt,
        new PublishCommand(access, variant.content(), attempt.idempotencyKey(), lastLook),
        afterDoubt);
  }

  private SendCheck check(VariantRow variant) {
    var account = account(variant);
    var policy = policy(variant);
    var sent = SentBefore.of(variant, sentOf(variant.talentId()));
    return new SendCheck(
        variant.payload(),
        Optional.ofNullable(approvals.get(variant.id())).map(ApprovalRow::approval).orElse(null),
        account.platform(),
        account.channel(),
        account.remoteId(),
        policy.policy(),
        policy.zone(),
        sent.ofAccount(),
        sent.ofTalent());
  }

  private List<Occupied> sentOf(UUID talentId) {
    return sentByTalent.computeIfAbsent(talentId, id -> new ArrayList<>());
  }

  private VariantRow variant(UUID id) {
    return Objects.requireNonNull(variants.get(id));
  }

  private AccountRow account(VariantRow variant) {
    return Objects.requireNonNull(accounts.get(variant.accountId()));
  }

  private AccountPolicy policy(VariantRow variant) {
    return Objects.requireNonNull(policies.get(variant.accountId()));
  }
}
