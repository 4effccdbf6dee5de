package social.greenroom.api.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import social.greenroom.api.list.PageRequest;
import social.greenroom.core.access.Permission;

/** Asking for posts. */
@Path("/post-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PostRequestResource {
  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final Asking asking;

  PostRequestResource(ApiDatabases databases, CurrentCaller current, Asking asking) {
    this.databases = databases;
    this.current = current;
    this.asking = asking;
  }

  @GET
  @Operation(operationId = "postRequests", summary = "List what was asked for, newest first")
  public PostRequestPage list(
      @QueryParam("talent") @Nullable UUID talent, @BeanParam @Valid PageRequest page) {
    var caller = current.get();
    var of = caller.narrowedTo(talent);
    return databases
        .tenants()
        .in(
            caller.tenantId(),
            session -> {
              var rows = session.requests().list(of, page.knownCursor(), page.limit());
              return new PostRequestPage(
                  new PostRequestView(session).of(rows.items()), rows.nextCursor());
            });
  }

  @POST
  @Operation(
      operationId = "requestPost",
      summary = "Ask for a post; once answered, it is stored and won't be lost")
  @APIResponseSchema(value = PostRequest.class, responseCode = "202")
  public Response ask(
      @HeaderParam("Idempotency-Key")
          @NotNull(message = "Send an Idempotency-Key, a UUID of your own for this request.")
          UUID key,
      @Valid @NotNull NewPostRequest asked) {
    var caller = current.get();
    caller.require(Permission.REQUEST);
    // Committed before it is acknowledged.
    var accepted =
        databases
            .tenants()
            .in(caller.tenantId(), session -> asking.accept(session, caller, key, asked));
    return Response.accepted(accepted).build();
  }
}
