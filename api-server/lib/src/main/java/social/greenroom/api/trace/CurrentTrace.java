package social.greenroom.api.trace;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import social.greenroom.store.database.TenantSession;
import social.greenroom.trace.Fact;
import social.greenroom.trace.Span;

/** The trace of the request that is being answered. */
@RequestScoped
public class CurrentTrace {
  private Span span = Span.none();

  void set(Span begun) {
    span = begun;
  }

  Span span() {
    return span;
  }

  /** What others do for this request from now on is part of its trace. */
  public void noteRequest(TenantSession session, UUID requestId) {
    note(session, requestId, Fact.REQUEST);
  }

  /** What others do for this post from now on is part of its trace. */
  public void noteVariant(TenantSession session, UUID variantId) {
    note(session, variantId, Fact.VARIANT);
  }

  private void note(TenantSession session, UUID subject, Fact fact) {
    span.tell(Fact.TENANT, session.tenantId()).tell(fact, subject);
    span.traceParent().ifPresent(parent -> session.traces().note(subject, parent));
  }
}
