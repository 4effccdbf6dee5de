package social.greenroom.operator.talent;

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
import java.util.List;
import java.util.concurrent.TimeUnit;
import social.greenroom.crds.talent.Talent;
import social.greenroom.operator.cache.WithoutFieldOwners;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.status.StatusUpdate;
import social.greenroom.operator.status.TriesAgain;
import social.greenroom.operator.tenant.TenantDirectory;

/** A Talent: its slug is claimed, its owner invited, its profile kept. */
@ControllerConfiguration(
    name = "talent",
    fieldManager = "greenroom-talent",
    finalizerName = "greenroom.social/talent",
    informer = @Informer(itemStore = WithoutFieldOwners.class),
    // A net: what changes is announced, but for the rules of above that a status repeats.
    maxReconciliationInterval = @MaxReconciliationInterval(interval = 2, timeUnit = TimeUnit.HOURS))
@GradualRetry(maxAttempts = 1_000_000, initialInterval = 500, maxInterval = 300_000)
@RateLimited(maxReconciliations = 20, within = 1)
public class TalentReconciler implements TriesAgain<Talent>, Cleaner<Talent> {
  private final TenantDirectory tenants;
  private final TalentRows rows;
  private final Events events;
  private final ChangeFeed changes;
  private final Clock clock = Clock.systemUTC();

  TalentReconciler(TenantDirectory tenants, TalentRows rows, Events events, ChangeFeed changes) {
    this.tenants = tenants;
    this.rows = rows;
    this.events = events;
    this.changes = changes;
  }

  @Override
  public UpdateControl<Talent> reconcile(Talent talent, Context<Talent> context) {
    var namespace = talent.getMetadata().getNamespace();
    var stored =
        tenants
            .in(namespace)
            .map(tenant -> rows.store(tenant.id(), talent))
            .orElseGet(() -> StoredTalent.refused(TenantDirectory.nobody(namespace)));
    if (stored.invited()) {
      events.tell(talent, EventReason.OWNER_INVITED, invitation(talent));
    }
    var status = TalentProjection.of(talent, stored, clock.instant());
    // The invitation says it; also where the status of the look before isn't back yet.
    events.tellReadiness(talent, talent.getStatus(), status, stored.awaitsOwner());
    return StatusUpdate.write(talent, Talent::new, status, context);
  }

  @Override
  public DeleteControl cleanup(Talent talent, Context<Talent> context) {
    var reason = TalentRows.reason(talent);
    var cancelled =
        tenants
            .in(talent.getMetadata().getNamespace())
            .map(tenant -> rows.remove(tenant.id(), talent.getMetadata().getName(), reason))
            .orElse(0);
    events.tell(
        talent, EventReason.CANCELLED, "%s %d posts were cancelled.".formatted(reason, cancelled));
    return DeleteControl.defaultDelete();
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public List<EventSource<?, Talent>> prepareEventSources(EventSourceContext<Talent> context) {
    return List.of(changes.source(context, Wake.TALENTS));
  }

  private static String invitation(Talent talent) {
    return "%s is invited to own this talent.".formatted(talent.getSpec().owner().email());
  }
}
