package social.greenroom.api.caps;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.time.ApiClock;
import social.greenroom.api.variant.Moving;

/**
 * What a talent sets themselves: of that and what is declared the stricter holds, and no operator
 * or resource can lift it.
 */
@Path("/talents/{talentId}/own-caps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OwnCapsResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final ApiClock clock;
  private final Moving moving;

  OwnCapsResource(ApiDatabases databases, CurrentCaller current, ApiClock clock, Moving moving) {
    this.databases = databases;
    this.current = current;
    this.clock = clock;
    this.moving = moving;
  }

  @GET
  @Operation(operationId = "ownCaps", summary = "Show what the talent has set themselves")
  public OwnCapsState get(@PathParam("talentId") UUID talentId) {
    var caller = current.get();
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> Capping.of(session, caller, talentId, clock.now()).state());
  }

  @POST
  @Path("/plan")
  @Operation(
      operationId = "planOwnCaps",
      summary = "Say which scheduled posts these would move; sets and moves nothing; owner only")
  public CapsPlan plan(@PathParam("talentId") UUID talentId, @Valid @NotNull TalentCaps caps) {
    var caller = current.get();
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> Capping.of(session, caller, talentId, clock.now()).plan(caps));
  }

  @PUT
  @Operation(
      operationId = "setOwnCaps",
      summary =
          "Set one's own caps, and move the posts of the plan: all of it, or nothing where something"
              + " changed since it was made; owner only")
  public OwnCapsState set(
      @PathParam("talentId") UUID talentId, @Valid @NotNull CapsAcceptance acceptance) {
    var caller = current.get();
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> Capping.of(session, caller, talentId, clock.now()).set(acceptance, moving));
  }
}
