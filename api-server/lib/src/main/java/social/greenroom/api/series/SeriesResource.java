package social.greenroom.api.series;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;

/** What talents say again and again. */
@Path("/series")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;

  SeriesResource(ApiDatabases databases, CurrentCaller current) {
    this.databases = databases;
    this.current = current;
  }

  @GET
  @Operation(operationId = "series", summary = "List the series, the next time first")
  public SeriesList list(@QueryParam("talent") @Nullable UUID talent) {
    var caller = current.get();
    var of = caller.narrowedTo(talent);
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session ->
                new SeriesList(new SeriesView(session, caller).of(session.series().list(of))));
  }

  @POST
  @Path("/{id}/pause")
  @Operation(
      operationId = "pauseSeries",
      summary = "Draft nothing new until it goes on; what is drafted stays")
  public Series pause(@PathParam("id") UUID id) {
    var caller = current.get();
    return databases
        .tenants()
        .in(caller.tenantId(), session -> new Pausing(session, caller).pause(id));
  }

  @DELETE
  @Path("/{id}/pause")
  @Operation(
      operationId = "resumeSeries",
      summary = "Let it go on with its next time; what a talent paused, only they may")
  public Series resume(@PathParam("id") UUID id) {
    var caller = current.get();
    return databases
        .tenants()
        .in(caller.tenantId(), session -> new Pausing(session, caller).resume(id));
  }
}
