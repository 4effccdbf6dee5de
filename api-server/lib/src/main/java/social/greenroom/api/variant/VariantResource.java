package social.greenroom.api.variant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.list.PageRequest;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.time.ApiClock;
import social.greenroom.store.post.VariantRow;

/** Posts' versions per account. */
@Path("/variants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VariantResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final VariantActs acts;
  private final ApiClock clock;

  VariantResource(ApiDatabases databases, CurrentCaller current, VariantActs acts, ApiClock clock) {
    this.databases = databases;
    this.current = current;
    this.acts = acts;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "variants",
      summary = "List versions by the time they go out; those without a time come last")
  public VariantPage list(
      @QueryParam("state")
          @Parameter(
              description = "A state, or several separated by commas; may be repeated",
              schema = @Schema(type = SchemaType.STRING))
          List<String> states,
      @QueryParam("talent") @Nullable UUID talent,
      @QueryParam("account") @Nullable UUID account,
      @QueryParam("post") @Nullable UUID post,
      @QueryParam("order")
          @Parameter(
              description =
                  "`due`, as unless given: by the time they go out; `newest`: what went out or was"
                      + " decided last comes first",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"due", "newest"}))
          @Pattern(regexp = "due|newest", message = "An order is due or newest.")
          @Nullable String order,
      @BeanParam @Valid PageRequest page) {
    var caller = current.get();
    var filter = VariantQuery.filter(states, caller.narrowedTo(talent), account, post);
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> {
              var variants = session.variants();
              var rows =
                  "newest".equals(order)
                      ? variants.newest(filter, page.knownCursor(), page.limit())
                      : variants.list(filter, page.knownCursor(), page.limit());
              var items = new VariantView(session, caller, clock).of(rows.items());
              return new VariantPage(items, rows.nextCursor());
            });
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "variant", summary = "Show one version")
  public Variant get(@PathParam("id") UUID id) {
    var caller = current.get();
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session ->
                session
                    .variants()
                    .find(id)
                    .filter(row -> caller.sees(row.talentId()))
                    .map(new VariantView(session, caller, clock)::of)
                    .orElseThrow(() -> ProblemException.notFound("post")));
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "editVariant", summary = "Change what goes out; voids an approval")
  public Variant edit(@PathParam("id") UUID id, @Valid @NotNull VariantEdit edit) {
    return act(id, open -> acts.editing().edit(open, edit));
  }

  @POST
  @Path("/{id}/approval")
  @Operation(operationId = "approval", summary = "Say yes to exactly this content")
  public Variant approve(@PathParam("id") UUID id, @Valid @NotNull Approval approval) {
    return act(id, open -> acts.approving().approve(open, approval));
  }

  @DELETE
  @Path("/{id}/approval")
  @Operation(
      operationId = "takeBackApproval",
      summary = "Take the yes back, as long as it isn't being sent; it waits for approval again")
  public Variant takeBack(
      @PathParam("id") UUID id,
      @QueryParam("version")
          @Parameter(description = "The version whose approval is taken back")
          @NotNull(message = "Say which version you saw: send its version.")
          Integer version) {
    return act(id, open -> acts.takingBack().takeBack(open, version));
  }

  @POST
  @Path("/{id}/rejection")
  @Operation(operationId = "rejection", summary = "Say no")
  public Variant reject(@PathParam("id") UUID id, @Valid @NotNull Reason reason) {
    return act(id, open -> acts.ending().reject(open, reason));
  }

  @POST
  @Path("/{id}/cancellation")
  @Operation(operationId = "cancellation", summary = "Call it off before it goes out")
  public Variant cancel(@PathParam("id") UUID id, @Valid @NotNull Reason reason) {
    return act(id, open -> acts.ending().cancel(open, reason));
  }

  @POST
  @Path("/{id}/schedule")
  @Operation(operationId = "schedule", summary = "Move it in time")
  public Variant reschedule(@PathParam("id") UUID id, @Valid @NotNull Reschedule reschedule) {
    return act(id, open -> acts.moving().reschedule(open, reschedule));
  }

  @POST
  @Path("/{id}/retry")
  @Operation(operationId = "retry", summary = "Try a failed one again, with the same content")
  public Variant retry(@PathParam("id") UUID id, @Valid @NotNull Retry retry) {
    return act(id, open -> acts.retrying().retry(open, retry));
  }

  @POST
  @Path("/{id}/settlement")
  @Operation(operationId = "settlement", summary = "Say whether an unknown one went out")
  public Variant settle(@PathParam("id") UUID id, @Valid @NotNull Settlement settlement) {
    return act(id, open -> acts.settling().settle(open, settlement));
  }

  @POST
  @Path("/{id}/follow-ups/{position}/decision")
  @Operation(
      operationId = "followUpDecision",
      summary = "Decide about a further post of a thread, or a first comment, that needs it")
  public Variant decide(
      @PathParam("id") UUID id,
      @PathParam("position") int position,
      @Valid @NotNull FollowUpDecision decision) {
    return act(id, open -> acts.following().decide(open, position, decision));
  }

  /** Acts on the locked variant in one transaction, and shows what became of it. */
  private Variant act(UUID id, Function<OpenVariant, VariantRow> act) {
    var caller = current.get();
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> {
              var row = act.apply(OpenVariant.lock(session, caller, id));
              return new VariantView(session, caller, clock).of(row);
            });
  }
}
