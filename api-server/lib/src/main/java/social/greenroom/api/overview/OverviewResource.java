package social.greenroom.api.overview;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.time.ApiClock;
import social.greenroom.api.variant.VariantView;
import social.greenroom.store.database.TenantSession;

/** The agency, or one talent, at a glance. */
@Path("/overview")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {
  private static final int NEXT = 5;
  private static final int CARE = 50;

  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final ApiClock clock;

  OverviewResource(ApiDatabases databases, CurrentCaller current, ApiClock clock) {
    this.databases = databases;
    this.current = current;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "overview", summary = "How everything stands today")
  public Overview get(@QueryParam("talent") @Nullable UUID talent) {
    var caller = current.get();
    var of = caller.narrowedTo(talent);
    return databases.tenants().in(caller.tenantId(), session -> overview(session, caller, of));
  }

  private Overview overview(TenantSession session, Caller caller, @Nullable UUID talent) {
    var zone = zone(session, talent);
    var today = clock.now().atZone(zone).toLocalDate();
    Instant dayStart = today.atStartOfDay(zone).toInstant();
    Instant dayEnd = today.plusDays(1).atStartOfDay(zone).toInstant();
    var counts = session.overview().counts(talent, dayStart, dayEnd);
    return new Overview(
        counts.waiting(),
        counts.goingOut(),
        counts.published(),
        counts.failed(),
        counts.unknown(),
        counts.blocked(),
        counts.accountsNeedingCare(),
        new VariantView(session, caller, clock).of(session.overview().next(talent, NEXT)),
        new CareView(session).of(session.overview().care(talent, CARE)));
  }

  /** Today is meant on the talent's clock, or the agency's. */
  private static ZoneId zone(TenantSession session, @Nullable UUID talent) {
    var name =
        talent == null
            ? session.tenant().get().timeZone()
            : session.talents().find(talent).orElseThrow().timeZone();
    return ZoneId.of(name);
  }
}
