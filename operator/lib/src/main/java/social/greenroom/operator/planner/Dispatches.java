package social.greenroom.operator.planner;

import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.job.JobKind;
import social.greenroom.operator.job.Jobs;
import social.greenroom.operator.log.LogFields;
import social.greenroom.operator.tenant.TenantResources;
import social.greenroom.operator.trace.OperatorTracing;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.publish.DispatchRow;

/** Dispatches and their publish Jobs: each dispatch has one Job, and ends with it. */
@ApplicationScoped
class Dispatches {
  private static final Logger LOG = Logger.getLogger(Dispatches.class);

  private final OperatorDatabases databases;
  private final TenantResources resources;
  private final Jobs jobs;
  private final OperatorTracing tracing;
  private final Set<UUID> warned = ConcurrentHashMap.newKeySet();

  /**
   * Open dispatches whose Job was there. Forgotten with a restart, which at worst makes one anew.
   */
  private final Set<UUID> withJob = ConcurrentHashMap.newKeySet();

  Dispatches(
      OperatorDatabases databases, TenantResources resources, Jobs jobs, OperatorTracing tracing) {
    this.databases = databases;
    this.resources = resources;
    this.jobs = jobs;
    this.tracing = tracing;
  }

  /** Makes the dispatch's Job, if it isn't there. */
  void launch(TenantRef tenant, DispatchRow dispatch) {
    var owner = resources.of(tenant);
    if (owner.isEmpty()) {
      warn(dispatch, "Tenant %s has no Tenant resource any more.".formatted(tenant.name()));
      return;
    }
    var began = Instant.now();
    try {
      jobs.make(JobKind.PUBLISH, dispatch.id(), tenant.namespace(), owner.get());
      tracing.dispatched(tenant, dispatch.id(), began);
      jobSeen(dispatch.id());
      warned.remove(dispatch.id());
    } catch (KubernetesClientException e) {
      // As when the namespace is being deleted. An open dispatch without a Job is tried again.
      warn(dispatch, String.valueOf(e.getMessage()));
    }
  }

  /** Its Job is there. */
  void jobSeen(UUID dispatchId) {
    withJob.add(dispatchId);
  }

  /** True when its Job was there: one that is missing now was deleted, and isn't made again. */
  boolean hadJob(UUID dispatchId) {
    return withJob.contains(dispatchId);
  }

  /** It is tried again with every look; once is enough to tell it. */
  private void warn(DispatchRow dispatch, String why) {
    if (warned.add(dispatch.id())) {
      LogFields.ofDispatch(
          dispatch.id(),
          () ->
              LOG.warnf("Dispatch %s has no Job yet, and is tried again: %s", dispatch.id(), why));
    }
  }

  /** True while a sender of the dispatch gave a sign of life within that time. */
  boolean beating(TenantRef tenant, UUID dispatchId, Duration within) {
    return databases
        .tenants()
        .in(tenant.id(), session -> session.claims().beating(dispatchId, within));
  }

  /** Its Job hasn't begun in time: what it was to send is queued anew. */
  void giveToPool(TenantRef tenant, UUID dispatchId) {
    databases
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .planning()
                    .pullBack(dispatchId, "Its Job hasn't begun; the pool sends it."));
  }

  /**
   * Its sender is proven dead: nothing of it can send any more. What it left queued is planned
   * again.
   */
  void end(TenantRef tenant, UUID dispatchId, String outcome) {
    databases
        .tenants()
        .run(
            tenant.id(),
            session -> {
              session.dispatches().ended(dispatchId, outcome);
              session.planning().pullBack(dispatchId, "Its Job ended before its turn came.");
            });
    warned.remove(dispatchId);
    withJob.remove(dispatchId);
  }
}
