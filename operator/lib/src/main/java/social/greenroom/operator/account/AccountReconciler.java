package social.greenroom.operator.account;

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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.account.Account;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.credential.MarkedSecrets;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.job.JobKind;
import social.greenroom.operator.job.Jobs;
import social.greenroom.operator.status.StatusUpdate;
import social.greenroom.operator.status.TriesAgain;
import social.greenroom.operator.tenant.TenantDirectory;

/** An Account: its channel is fixed, its token sealed into the vault, its health projected. */
@ControllerConfiguration(
    name = "account",
    fieldManager = "greenroom-account",
    finalizerName = "greenroom.social/account",
    maxReconciliationInterval =
        @MaxReconciliationInterval(interval = 10, timeUnit = TimeUnit.MINUTES))
@GradualRetry(maxAttempts = 1_000_000, initialInterval = 500, maxInterval = 300_000)
@RateLimited(maxReconciliations = 20, within = 1)
public class AccountReconciler implements TriesAgain<Account>, Cleaner<Account> {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

  private final TenantDirectory tenants;
  private final AccountRows rows;
  private final MarkedSecrets secrets;
  private final Events events;
  private final ChangeFeed changes;
  private final Jobs jobs;
  private final Clock clock = Clock.systemUTC();

  AccountReconciler(
      TenantDirectory tenants,
      AccountRows rows,
      MarkedSecrets secrets,
      Events events,
      ChangeFeed changes,
      Jobs jobs) {
    this.jobs = jobs;
    this.secrets = secrets;
    this.tenants = tenants;
    this.rows = rows;
    this.events = events;
    this.changes = changes;
  }

  @Override
  public UpdateControl<Account> reconcile(Account account, Context<Account> context) {
    var namespace = account.getMetadata().getNamespace();
    var stored =
        tenants
            .in(namespace)
            .map(tenant -> rows.store(tenant.id(), account))
            .orElseGet(() -> StoredAccount.refused(TenantDirectory.nobody(namespace)));
    if (stored.sealed()) {
      events.tell(account, EventReason.CREDENTIAL_SEALED, "The token was sealed into the vault.");
    }
    probe(account, stored);
    var status = AccountProjection.of(account, stored, clock.instant());
    events.tellReadiness(account, account.getStatus(), status);
    var control = StatusUpdate.of(account, Account::new, status);
    // What it waits for may come without a notification: a Secret, for one.
    return settled(stored) ? control : control.rescheduleAfter(LOOK_AGAIN);
  }

  /** One that is being looked at already has its Job, which isn't made twice. */
  private void probe(Account account, StoredAccount stored) {
    var row = stored.account();
    if (row != null
        && AccountProbe.due(stored, clock.instant())
        && jobs.make(JobKind.CHECK, row.id(), account.getMetadata().getNamespace(), account)) {
      events.tell(account, EventReason.JOB_MADE, "Made a check Job for it.");
    }
  }

  private static boolean settled(StoredAccount stored) {
    var row = stored.account();
    return stored.credential().holds() && row != null && !AccountProbe.unsettled(row);
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
