package social.greenroom.api.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;

/** A talent's lasting consents. Off until the owner gives one; no resource can. */
@Path("/talents/{talentId}/standing-approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StandingApprovalResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;

  StandingApprovalResource(ApiDatabases databases, CurrentCaller current) {
    this.databases = databases;
    this.current = current;
  }

  @GET
  @Operation(operationId = "standingApprovals", summary = "List what the owner lastingly allowed")
  public StandingApprovals list(@PathParam("talentId") UUID talentId) {
    var caller = current.get();
    return databases
        .tenants()
        .in(caller.tenantId(), session -> Consenting.of(session, caller, talentId).list());
  }

  @POST
  @Operation(
      operationId = "giveStandingApproval",
      summary = "Let somebody approve in one's place, or a source go out by itself; owner only")
  @APIResponseSchema(value = StandingApproval.class, responseCode = "201")
  public Response give(
      @PathParam("talentId") UUID talentId, @Valid @NotNull NewStandingApproval wanted) {
    var caller = current.get();
    var given =
        databases
            .tenants()
            .in(
                caller.tenantId(),
                session -> Consenting.of(session, caller, talentId).give(wanted));
    return Response.status(Response.Status.CREATED).entity(given).build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeStandingApproval",
      summary = "Take a lasting consent back; what was approved by it stays approved")
  public void revoke(@PathParam("talentId") UUID talentId, @PathParam("id") UUID id) {
    var caller = current.get();
    databases
        .tenants()
        .run(caller.tenantId(), session -> Consenting.of(session, caller, talentId).revoke(id));
  }
}
