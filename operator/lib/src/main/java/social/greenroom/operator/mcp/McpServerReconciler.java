package social.greenroom.operator.mcp;

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
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.operator.change.ChangeFeed;
import social.greenroom.operator.change.Wake;
import social.greenroom.operator.credential.MarkedSecrets;
import social.greenroom.operator.event.Events;
import social.greenroom.operator.status.StatusUpdate;
import social.greenroom.operator.status.TriesAgain;
import social.greenroom.operator.status.Verdict;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.account.McpServerRow;

/** An McpServer: the tenants it serves know it, with its key sealed for each. */
@ControllerConfiguration(
    name = "mcp-server",
    fieldManager = "greenroom-mcp-server",
    finalizerName = "greenroom.social/mcp-server",
    maxReconciliationInterval =
        @MaxReconciliationInterval(interval = 10, timeUnit = TimeUnit.MINUTES))
@GradualRetry(maxAttempts = 1_000_000, initialInterval = 500, maxInterval = 300_000)
@RateLimited(maxReconciliations = 20, within = 1)
public class McpServerReconciler implements TriesAgain<McpServer>, Cleaner<McpServer> {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(60);

  private final McpServerRows rows;
  private final ServerKey keys;
  private final MarkedSecrets secrets;
  private final Events events;
  private final ChangeFeed changes;
  private final Clock clock = Clock.systemUTC();

  McpServerReconciler(
      McpServerRows rows,
      ServerKey keys,
      MarkedSecrets secrets,
      Events events,
      ChangeFeed changes) {
    this.secrets = secrets;
    this.rows = rows;
    this.keys = keys;
    this.events = events;
    this.changes = changes;
  }

  @Override
  public UpdateControl<McpServer> reconcile(McpServer server, Context<McpServer> context) {
    var key = keys.of(server);
    var served = rows.served(server);
    var stored =
        key.verdict().holds()
            ? served.stream().map(tenant -> rows.store(tenant, server, key.value())).toList()
            : List.<McpServerRow>of();
    var home =
        rows.shared(server) || !served.isEmpty()
            ? Verdict.yes("Served", "The tenants it serves know it.")
            : TenantDirectory.nobody(server.getMetadata().getNamespace());
    var status =
        McpServerProjection.of(server, List.of(home, key.verdict()), stored, clock.instant());
    events.tellReadiness(server, server.getStatus(), status);
    // Tenants come, and Secrets there change, without a word to a server in the operator's
    // namespace.
    return StatusUpdate.write(server, McpServer::new, status, context).rescheduleAfter(LOOK_AGAIN);
  }

  @Override
  public DeleteControl cleanup(McpServer server, Context<McpServer> context) {
    rows.remove(server);
    return DeleteControl.defaultDelete();
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public List<EventSource<?, McpServer>> prepareEventSources(
      EventSourceContext<McpServer> context) {
    return List.of(
        changes.source(context, Wake.MCP_SERVERS),
        secrets.source(context, McpServerReconciler::secret));
  }

  private static @Nullable String secret(McpServer server) {
    var auth = server.getSpec().auth();
    return auth == null ? null : auth.secretRef().name();
  }
}
