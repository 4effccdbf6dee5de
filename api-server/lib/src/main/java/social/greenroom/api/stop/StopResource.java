package social.greenroom.api.stop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;

/** Stopping what goes out. From the answer on no new call to a network starts. */
@Path("/stops")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StopResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;

  StopResource(ApiDatabases databases, CurrentCaller current) {
    this.databases = databases;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "stops",
      summary = "List what is stopped now: by whom, since when, and how many posts wait for it")
  public StopList list(@QueryParam("talent") @Nullable UUID talent) {
    var caller = current.get();
    var of = caller.narrowedTo(talent);
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session ->
                new StopList(StopView.read(session, caller).of(session.stops().inForce(), of)));
  }

  @POST
  @Operation(
      operationId = "stop",
      summary = "Stop an account, a talent or the whole agency; nothing new goes out from then on")
  @APIResponseSchema(value = Stop.class, responseCode = "201")
  public Response set(@Valid @NotNull NewStop wanted) {
    var caller = current.get();
    var stop =
        databases
            .tenants()
            .in(caller.tenantId(), session -> new Stopping(session, caller).set(wanted));
    return Response.status(Response.Status.CREATED).entity(stop).build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "goOn",
      summary = "Let it go on; what a talent stopped, only their owner may")
  public void lift(@PathParam("id") UUID id) {
    var caller = current.get();
    databases.tenants().run(caller.tenantId(), session -> new Stopping(session, caller).lift(id));
  }
}
