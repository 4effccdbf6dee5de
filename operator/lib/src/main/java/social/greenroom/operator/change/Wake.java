package social.greenroom.operator.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.condition.StandardConditions;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestConditions;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;

/**
 * Which resources of a kind a change in the database wakes.
 *
 * @param subject the kind of change that speaks of one resource of this kind, by its row's id
 * @param rowId the row's id in the resource's status; null where there is none yet
 * @param others kinds of change for which a resource may be waiting
 * @param verdict the condition that isn't True while it waits
 * @param stops true where stops given in the page show in the status
 */
public record Wake<P extends HasMetadata>(
    String subject,
    Function<P, List<String>> rowId,
    Set<String> others,
    Function<P, List<Condition>> conditions,
    String verdict,
    boolean stops) {

  public static final Wake<Tenant> TENANTS =
      new Wake<>(
          "tenant",
          tenant -> tenant.getStatus() == null ? List.of() : id(tenant.getStatus().tenantId()),
          Set.of(),
          tenant -> of(tenant.getStatus()),
          StandardConditions.READY,
          false);

  public static final Wake<Talent> TALENTS =
      new Wake<>(
          "talent",
          talent -> talent.getStatus() == null ? List.of() : id(talent.getStatus().talentId()),
          Set.of("tenant"),
          talent -> of(talent.getStatus()),
          StandardConditions.READY,
          true);

  public static final Wake<Account> ACCOUNTS =
      new Wake<>(
          "account",
          account -> account.getStatus() == null ? List.of() : id(account.getStatus().accountId()),
          Set.of("tenant", "talent", "mcp_server"),
          account -> of(account.getStatus()),
          StandardConditions.READY,
          true);

  public static final Wake<McpServer> MCP_SERVERS =
      new Wake<>(
          "mcp_server",
          server -> List.of(),
          Set.of("tenant"),
          server -> of(server.getStatus()),
          StandardConditions.READY,
          false);

  public static final Wake<PostRequest> REQUESTS =
      new Wake<>(
          "request",
          request -> request.getStatus() == null ? List.of() : id(request.getStatus().requestId()),
          Set.of("tenant", "talent", "account"),
          request -> of(request.getStatus()),
          PostRequestConditions.ACCEPTED,
          false);

  public static final Wake<PostSeries> SERIES =
      new Wake<>(
          "series",
          series -> series.getStatus() == null ? List.of() : id(series.getStatus().seriesId()),
          Set.of("tenant", "talent"),
          series -> of(series.getStatus()),
          StandardConditions.READY,
          true);

  boolean waits(P resource) {
    return Conditions.find(conditions.apply(resource), verdict).filter(Condition::holds).isEmpty();
  }

  private static List<String> id(@Nullable String id) {
    return id == null ? List.of() : List.of(id);
  }

  private static List<Condition> of(@Nullable Conditioned status) {
    return status == null ? List.of() : status.conditions();
  }
}
