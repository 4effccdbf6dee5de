package social.greenroom.api.spacing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import social.greenroom.api.access.Caller;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.time.ApiClock;
import social.greenroom.api.variant.Moving;
import social.greenroom.core.access.Permission;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;

/** Spacing out many posts at once: a plan to look at, and a yes to exactly that plan. */
@Path("/spacing-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpacingResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final ApiClock clock;
  private final Moving moving;

  SpacingResource(ApiDatabases databases, CurrentCaller current, ApiClock clock, Moving moving) {
    this.databases = databases;
    this.current = current;
    this.clock = clock;
    this.moving = moving;
  }

  @POST
  @Operation(
      operationId = "planSpacing",
      summary =
          "Say where posts would be put, spread over some days within every rule; moves nothing")
  public SpacingPlan plan(@Valid @NotNull SpacingWish wish) {
    var caller = permitted(wish);
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session ->
                new SpacingPlanner(session, clock.now())
                    .plan(
                        wish,
                        wish.variants().stream().map(id -> seen(session, caller, id)).toList()));
  }

  @POST
  @Path("/acceptance")
  @Operation(
      operationId = "acceptSpacing",
      summary =
          "Move the posts of a plan: all of them, or none where something changed since it was made")
  public AcceptedSpacing accept(@Valid @NotNull SpacingAcceptance acceptance) {
    var caller = permitted(acceptance.wish());
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> new Accepting(session, caller, clock.now()).accept(acceptance, moving));
  }

  private Caller permitted(SpacingWish wish) {
    var caller = current.get();
    caller.require(Permission.RESCHEDULE);
    if (new HashSet<>(wish.variants()).size() < wish.variants().size()) {
      throw ProblemException.field("variants", "A post is named twice; name each once.");
    }
    if (wish.from().isAfter(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC).plusYears(1))) {
      throw ProblemException.field(
          "from", "This is more than a year ahead; begin on an earlier day.");
    }
    return caller;
  }

  private static VariantRow seen(TenantSession session, Caller caller, UUID id) {
    return session
        .variants()
        .find(id)
        .filter(row -> caller.sees(row.talentId()))
        .orElseThrow(() -> ProblemException.notFound("post"));
  }
}
