package social.greenroom.operator.planner;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.job.JobKind;
import social.greenroom.operator.job.Jobs;
import social.greenroom.operator.tenant.TenantResources;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.publish.DispatchRow;

/** Dispatches and their publish Jobs: each dispatch has one Job, and ends with it. */
@ApplicationScoped
class Dispatches {
  private static final Logger LOG = Logger.getLogger(Dispatches.class);

  private final OperatorDatabases databases;
  private final TenantResources resources;
  private final Jobs jobs;

  Dispatches(OperatorDatabases databases, TenantResources resources, Jobs jobs) {
    this.databases = databases;
    this.resources = resources;
    this.jobs = jobs;
  }

  /** Makes the dispatch's Job, if it isn't there. */
  void launch(TenantRef tenant, DispatchRow dispatch) {
    var owner = resources.of(tenant);
    if (owner.isEmpty()) {
      LOG.warnf("Tenant %s has posts to go out and no Tenant resource any more.", tenant.name());
      return;
    }
    try {
      jobs.make(JobKind.PUBLISH, dispatch.id(), tenant.namespace(), owner.get());
    } catch (KubernetesClientException e) {
      // As when the namespace is being deleted. An open dispatch without a Job is tried again.
      LOG.warnf(
          "Dispatch %s of tenant %s has no Job yet: %s",
          dispatch.id(), tenant.name(), e.getMessage());
    }
  }

  /** A Job that is still at work: once it has begun, that is noted. */
  void seen(TenantRef tenant, UUID dispatchId, Job job) {
    if (job.getStatus() != null && job.getStatus().getStartTime() != null) {
      databases.tenants().run(tenant.id(), session -> session.dispatches().started(dispatchId));
    }
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
  }
}
