package social.greenroom.operator.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.condition.StandardConditions;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestConditions;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.crds.request.RequestPost;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.tenant.Tenant;

/**
 * Which resources of a kind a change in the database wakes.
 *
 * @param subject the kind of change that speaks of one resource of this kind, by its row's id
 * @param parts kinds of change that speak of a part of a resource, by an id of the part's row; they
 *     are many, and wake it a while later, once for all of them
 * @param rowId the ids in the resource's status, of its row and of its parts'; none before it is
 *     kept
 * @param others kinds of change for which a resource may be waiting
 * @param status what was said of the resource; empty before it was looked at first
 * @param waits whether, by that, it waits
 * @param needs what it waits for until that is kept; null where it can't be told from it
 * @param stops true where stops given in the page show in the status
 */
public record Wake<P extends HasMetadata>(
    String subject,
    Set<String> parts,
    Function<P, List<String>> rowId,
    Set<String> others,
    Function<P, List<Condition>> status,
    Predicate<P> waits,
    Function<P, @Nullable Needed> needs,
    boolean stops) {

  public static final Wake<Tenant> TENANTS =
      new Wake<>(
          "tenant",
          Set.of(),
          tenant -> tenant.getStatus() == null ? List.of() : id(tenant.getStatus().tenantId()),
          Set.of(),
          tenant -> of(tenant.getStatus()),
          tenant -> false,
          tenant -> null,
          false);

  public static final Wake<Talent> TALENTS =
      new Wake<>(
          "talent",
          Set.of(),
          talent -> talent.getStatus() == null ? List.of() : id(talent.getStatus().talentId()),
          Set.of("tenant"),
          talent -> of(talent.getStatus()),
          talent -> lacks(talent.getStatus(), StandardConditions.READY),
          talent -> null,
          true);

  public static final Wake<Account> ACCOUNTS =
      new Wake<>(
          "account",
          Set.of(),
          account -> account.getStatus() == null ? List.of() : id(account.getStatus().accountId()),
          Set.of("tenant"),
          account -> of(account.getStatus()),
          // Once it is kept, what changes for it is announced by its own id.
          account -> account.getStatus() != null && account.getStatus().accountId() == null,
          // Thousands may come before their talents: each is woken by its own.
          Wake::talentOf,
          true);

  public static final Wake<McpServer> MCP_SERVERS =
      new Wake<>(
          "mcp_server",
          Set.of(),
          server -> List.of(),
          Set.of("tenant"),
          server -> of(server.getStatus()),
          server -> lacks(server.getStatus(), StandardConditions.READY),
          server -> null,
          false);

  public static final Wake<PostRequest> REQUESTS =
      new Wake<>(
          "request",
          Set.of("variant"),
          request -> request.getStatus() == null ? List.of() : ids(request.getStatus()),
          Set.of("tenant", "talent", "account"),
          request -> of(request.getStatus()),
          request -> lacks(request.getStatus(), PostRequestConditions.ACCEPTED),
          request -> null,
          false);

  public static final Wake<PostSeries> SERIES =
      new Wake<>(
          "series",
          Set.of(),
          series -> series.getStatus() == null ? List.of() : id(series.getStatus().seriesId()),
          Set.of("tenant", "talent"),
          series -> of(series.getStatus()),
          series -> lacks(series.getStatus(), StandardConditions.READY),
          series -> null,
          true);

  /** The talent that an account names. */
  public static Needed talentOf(Account account) {
    return new Needed(
        "talent",
        new ResourceID(account.getSpec().talentRef().name(), account.getMetadata().getNamespace()));
  }

  /** True from when its row is there, and named by its status. */
  boolean isKept(P resource) {
    return !rowId.apply(resource).isEmpty();
  }

  /** True before it was looked at first, or before what came of that is back. */
  boolean isNew(P resource) {
    return status.apply(resource).isEmpty();
  }

  /** True when it was looked at, and waits for a change of one of the other kinds. */
  boolean isWaiting(P resource) {
    return !isNew(resource) && waits.test(resource);
  }

  private static boolean lacks(@Nullable Conditioned status, String verdict) {
    return Conditions.find(of(status), verdict).filter(Condition::holds).isEmpty();
  }

  private static List<String> id(@Nullable String id) {
    return id == null ? List.of() : List.of(id);
  }

  private static List<String> ids(PostRequestStatus status) {
    return Stream.concat(
            Stream.ofNullable(status.requestId()), status.posts().stream().map(RequestPost::id))
        .toList();
  }

  private static List<Condition> of(@Nullable Conditioned status) {
    return status == null ? List.of() : status.conditions();
  }
}
