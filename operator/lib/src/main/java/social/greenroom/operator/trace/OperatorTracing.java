package social.greenroom.operator.trace;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import social.greenroom.operator.config.TracingSettings;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.request.RequestRow;
import social.greenroom.trace.Fact;
import social.greenroom.trace.Span;
import social.greenroom.trace.Tracing;

/** What the operator does for a request or a post, told as parts of their traces. */
@Singleton
public final class OperatorTracing {
  private final OperatorDatabases databases;
  private final Tracing tracing;

  OperatorTracing(OperatorDatabases databases, TracingSettings settings) {
    this.databases = databases;
    this.tracing =
        settings
            .endpoint()
            .map(endpoint -> Tracing.to(endpoint, "greenroom-operator", settings.sampling()))
            .orElseGet(Tracing::off);
  }

  /** A request was taken up: the trace it came with goes on, or one begins. */
  public void taken(TenantSession session, RequestRow request) {
    if (!tracing.on()) {
      return;
    }
    var known = session.traces().of(request.id());
    try (var span =
        known.isPresent()
            ? tracing.resume("take request", known.get())
            : tracing.start("take request")) {
      span.tell(Fact.TENANT, request.tenantId()).tell(Fact.REQUEST, request.id());
      span.traceParent().ifPresent(parent -> session.traces().note(request.id(), parent));
    }
  }

  /** Begins the part in which a request's Job is made. */
  public Span job(RequestRow request) {
    if (!tracing.on()) {
      return Span.none();
    }
    var parent =
        databases.tenants().in(request.tenantId(), session -> session.traces().of(request.id()));
    return tracing
        .resume("make job", parent.orElse(null))
        .tell(Fact.TENANT, request.tenantId())
        .tell(Fact.REQUEST, request.id());
  }

  /** A dispatch's Job was made, since that moment: told in the trace of each of its posts. */
  public void dispatched(TenantRef tenant, UUID dispatchId, Instant since) {
    if (!tracing.on()) {
      return;
    }
    for (var parent :
        databases.tenants().in(tenant.id(), session -> session.traces().ofDispatch(dispatchId))) {
      tracing
          .resume("dispatch", parent, since)
          .tell(Fact.TENANT, tenant.id())
          .tell(Fact.DISPATCH, dispatchId)
          .close();
    }
  }

  @PreDestroy
  void close() {
    tracing.close();
  }
}
