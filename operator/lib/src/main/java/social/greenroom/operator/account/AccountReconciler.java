package social.greenroom.operator.account;

import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.MaxReconciliationInterval;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.rate.RateLimited;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.account.Account;
import social.greenroom.operator.cache.WithoutFieldOwners;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.credential.MarkedSecrets;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.status.StatusUpdate;
import social.greenroom.operator.status.TriesAgain;
import social.greenroom.operator.tenant.TenantDirectory;

/** An Account: its channel is fixed, its token sealed into the vault, its health projected. */
@ControllerConfiguration(
    name = "account",
    fieldManager = "greenroom-account",
    finalizerName = "greenroom.social/account",
    informer = @Informer(itemStore = WithoutFieldOwners.class),
    // A net: what changes is announced, also what its talent and its tenant declare.
    maxReconciliationInterval = @MaxReconciliationInterval(interval = 2, timeUnit = TimeUnit.HOURS))
@GradualRetry(maxAttempts = 1_000_000, initialInterval = 500, maxInterval = 300_000)
@RateLimited(maxReconciliations = 20, within = 1)
public class AccountReconciler implements TriesAgain<Account>, Cleaner<Account> {
  /** An account that is as new as its talent says nothing for so long. */
  private static final Duration FOR_ITS_TALENT = Duration.ofMinutes(1);

  private final TenantDirectory tenants;
  private final AccountRows rows;
  private final MarkedSecrets secrets;
  private final Events events;
  private final ChangeFeed changes;
  private final Checks checks;
  private final Clock clock = Clock.systemUTC();

  AccountReconciler(
      TenantDirectory tenants,
      AccountRows rows,
      MarkedSecrets secrets,
      Events events,
      ChangeFeed changes,
      Checks checks) {
    this.checks = checks;
    this.secrets = secrets;
    this.tenants = tenants;
    this.rows = rows;
    this.events = events;
    this.changes = changes;
  }

  @Override
  public UpdateControl<Account> reconcile(Account account, Context<Account> context) {
    var made = Instant.parse(account.getMetadata().getCreationTimestamp());
    var patience = Duration.between(clock.instant(), made.plus(FOR_ITS_TALENT));
    if (patience.compareTo(Duration.ZERO) > 0 && changes.isComing(Wake.talentOf(account))) {
      // Applied together, as thousands may be: what is to be said of it isn't known yet.
      return UpdateControl.<Account>noUpdate().rescheduleAfter(patience);
    }
    var namespace = account.getMetadata().getNamespace();
    var stored =
        tenants
            .in(namespace)
            .map(tenant -> rows.store(tenant.id(), account))
            .orElseGet(() -> StoredAccount.refused(TenantDirectory.nobody(namespace)));
    // That a new account has its token is told by its condition; that it has another, by nothing.
    if (stored.sealed() && account.getStatus() != null) {
      events.tell(account, EventReason.CREDENTIAL_SEALED, "The token was sealed into the vault.");
    }
    probe(stored);
    var status = AccountProjection.of(account, stored, clock.instant());
    events.tellReadiness(account, account.getStatus(), status, stored.sealed());
    var control = StatusUpdate.write(account, Account::new, status, context);
    return AccountProbe.pause(stored, made, clock.instant())
        .map(control::rescheduleAfter)
        .orElse(control);
  }

  private void probe(StoredAccount stored) {
    var row = stored.account();
    if (row != null && AccountProbe.due(stored, clock.instant())) {
      if (!stored.sealed()) {
        rows.want(row.tenantId(), row.id());
      }
      checks.wake();
    }
  }

  @Override
  public DeleteControl cleanup(Account account, Context<Account> context) {
    var reason = AccountRows.reason(account.getMetadata().getName());
    var cancelled =
        tenants
            .in(account.getMetadata().getNamespace())
            .map(tenant -> rows.remove(tenant.id(), account.getMetadata().getName(), reason))
            .orElse(0);
    events.tell(
        account, EventReason.CANCELLED, "%s %d posts were cancelled.".formatted(reason, cancelled));
    return DeleteControl.defaultDelete();
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public List<EventSource<?, Account>> prepareEventSources(EventSourceContext<Account> context) {
    return List.of(
        changes.source(context, Wake.ACCOUNTS), secrets.source(context, AccountReconciler::secret));
  }

  private static @Nullable String secret(Account account) {
    var credentials = account.getSpec().credentials();
    return credentials == null ? null : credentials.secretRef().name();
  }
}
