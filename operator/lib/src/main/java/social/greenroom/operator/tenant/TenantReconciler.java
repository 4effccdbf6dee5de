package social.greenroom.operator.tenant;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.MaxReconciliationInterval;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.rate.RateLimited;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.greenroom.crds.Crds;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.credential.MarkedSecrets;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.status.StatusUpdate;
import social.greenroom.operator.status.TriesAgain;
import social.greenroom.operator.status.Verdict;

/** A Tenant: its namespace lets it in, and its rows, data key, login and Secret are kept. */
@ControllerConfiguration(
    name = "tenant",
    fieldManager = "greenroom-tenant",
    finalizerName = "greenroom.social/tenant",
    maxReconciliationInterval =
        @MaxReconciliationInterval(interval = 10, timeUnit = TimeUnit.MINUTES))
@GradualRetry(maxAttempts = 1_000_000, initialInterval = 500, maxInterval = 300_000)
@RateLimited(maxReconciliations = 20, within = 1)
public class TenantReconciler implements TriesAgain<Tenant>, Cleaner<Tenant> {
  /** Nothing tells that the operator was let in: a binding isn't watched. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private static final Verdict NOT_BEGUN =
      Verdict.notYet("Waiting", "Nothing is kept before the namespace is ready.");

  private final KubernetesClient client;
  private final OperatorDatabases databases;
  private final TenantRows rows;
  private final WorkerSecret secret;
  private final MarkedSecrets marked;
  private final TenantResources resources;
  private final Events events;
  private final ChangeFeed changes;
  private final Clock clock = Clock.systemUTC();

  TenantReconciler(
      KubernetesClient client,
      OperatorDatabases databases,
      TenantRows rows,
      WorkerSecret secret,
      MarkedSecrets marked,
      TenantResources resources,
      Events events,
      ChangeFeed changes) {
    this.client = client;
    this.databases = databases;
    this.rows = rows;
    this.secret = secret;
    this.marked = marked;
    this.resources = resources;
    this.events = events;
    this.changes = changes;
  }

  @Override
  public UpdateControl<Tenant> reconcile(Tenant tenant, Context<Tenant> context) {
    var verdict = namespace(tenant);
    var row = verdict.holds() ? rows.store(tenant) : null;
    var database = row == null ? NOT_BEGUN : secret.keep(tenant, row);
    var status = TenantProjection.of(tenant, verdict, database, row, clock.instant());
    events.tellReadiness(tenant, tenant.getStatus(), status);
    var update = StatusUpdate.write(tenant, Tenant::new, status, context);
    return verdict.holds() ? update : update.rescheduleAfter(LOOK_AGAIN);
  }

  private Verdict namespace(Tenant tenant) {
    var namespace = tenant.getSpec().namespace();
    var verdict =
        NamespaceCheck.of(
            tenant,
            Optional.ofNullable(client.namespaces().withName(namespace).get())
                .map(
                    found -> Optional.ofNullable(found.getMetadata().getLabels()).orElse(Map.of())),
            databases.lookup().tenantByNamespace(namespace));
    return verdict.holds() ? secret.refusal(namespace).orElse(verdict) : verdict;
  }

  @Override
  public DeleteControl cleanup(Tenant tenant, Context<Tenant> context) {
    var reason = "The tenant %s was deleted.".formatted(tenant.getSpec().displayName());
    var known = databases.lookup().tenantByName(tenant.getMetadata().getName());
    var cancelled = known.map(ref -> rows.remove(ref.id(), reason)).orElse(0);
    known.ifPresent(
        ref -> {
          secret.drop(ref);
          marked.leave(ref.namespace());
        });
    resources.forget(tenant.getMetadata().getName());
    events.tell(
        tenant, EventReason.CANCELLED, "%s %d posts were cancelled.".formatted(reason, cancelled));
    return DeleteControl.defaultDelete();
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public List<EventSource<?, Tenant>> prepareEventSources(EventSourceContext<Tenant> context) {
    var namespaces =
        InformerEventSourceConfiguration.from(Namespace.class, Tenant.class)
            .withLabelSelector(Crds.TENANT_LABEL)
            .withSecondaryToPrimaryMapper(
                (Namespace namespace) ->
                    Set.of(
                        new ResourceID(namespace.getMetadata().getLabels().get(Crds.TENANT_LABEL))))
            .build();
    return List.of(
        new InformerEventSource<>(namespaces, context), changes.source(context, Wake.TENANTS));
  }
}
