package social.greenroom.api.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.time.ApiClock;
import social.greenroom.core.access.Permission;

/** What talents say again and again. */
@Path("/series")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final ApiClock clock;

  SeriesResource(ApiDatabases databases, CurrentCaller current, ApiClock clock) {
    this.databases = databases;
    this.current = current;
    this.clock = clock;
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
                new SeriesList(
                    new SeriesView(session, caller).of(session.series().list(of)),
                    caller.may(Permission.REQUEST)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "makeSeries",
      summary = "Make a series; once answered, it is stored and won't be lost")
  @APIResponseSchema(value = Series.class, responseCode = "202")
  public Response make(
      @HeaderParam("Idempotency-Key")
          @NotNull(message = "Send an Idempotency-Key, a UUID of your own for this series.")
          UUID key,
      @Valid @NotNull NewSeries wanted) {
    // Committed before it is acknowledged.
    return Response.accepted(in(asking -> asking.accept(key, wanted))).build();
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeSeries",
      summary = "Change a series from now on; one declared in YAML is changed there")
  public Series change(@PathParam("id") UUID id, @Valid @NotNull SeriesChange wanted) {
    return in(asking -> asking.change(id, wanted));
  }

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewSeries",
      summary = "Tell the next five times of a series on the talent's clock; stores nothing")
  public SeriesPreview preview(@Valid @NotNull SeriesPreviewWish wish) {
    return in(asking -> asking.preview(wish));
  }

  @POST
  @Path("/{id}/end")
  @Operation(
      operationId = "endSeries",
      summary = "End a series in ten seconds: what isn't published of it is cancelled then")
  public Series end(@PathParam("id") UUID id) {
    return act(acts -> acts.end(id));
  }

  @DELETE
  @Path("/{id}/end")
  @Operation(operationId = "keepSeries", summary = "Take the end back, in its ten seconds")
  public Series keep(@PathParam("id") UUID id) {
    return act(acts -> acts.goOn(id));
  }

  private <T> T in(Function<Asking, T> work) {
    var caller = current.get();
    return databases
        .tenants()
        .in(caller.tenantId(), session -> work.apply(new Asking(session, caller, clock.now())));
  }

  private Series act(Function<SeriesActs, Series> work) {
    var caller = current.get();
    return databases
        .tenants()
        .in(caller.tenantId(), session -> work.apply(new SeriesActs(session, caller)));
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
