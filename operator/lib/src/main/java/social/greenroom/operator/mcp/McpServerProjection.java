package social.greenroom.operator.mcp;

import static social.greenroom.crds.mcp.McpServerConditions.REACHABLE;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.mcp.McpServerStatus;
import social.greenroom.operator.status.Readiness;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.account.McpServerRow;

/** What an MCP server's status says. */
final class McpServerProjection {
  private McpServerProjection() {}

  static McpServerStatus of(
      McpServer server, List<Verdict> needed, List<McpServerRow> rows, Instant now) {
    var before = Optional.ofNullable(server.getStatus());
    var generation = server.getMetadata().getGeneration();
    var conditions =
        new Conditions(before.map(McpServerStatus::conditions).orElse(List.of()), generation, now);
    Readiness.write(
        conditions,
        Verdict.yes("Ready", "Accounts of the networks it serves are reached through it."),
        needed);
    reachable(rows).write(conditions, REACHABLE);
    return new McpServerStatus(generation, rows.size(), conditions.list());
  }

  /** Reached by one is reached: another tenant's failure may be its own key's. */
  private static Verdict reachable(List<McpServerRow> rows) {
    if (rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.reachable()))) {
      return Verdict.yes("Answered", "The last call through it was answered.");
    }
    return rows.stream()
        .filter(row -> Boolean.FALSE.equals(row.reachable()))
        .map(McpServerRow::message)
        .filter(Objects::nonNull)
        .findFirst()
        .map(message -> Verdict.no("Unreachable", message))
        .orElseGet(() -> Verdict.notYet("Unknown", "No call went through it yet."));
  }
}
