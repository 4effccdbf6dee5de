package social.greenroom.api.session;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import social.greenroom.api.access.Anonymous;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.access.SessionCookie;
import social.greenroom.api.database.ApiDatabases;

/** Signing in and out, and who is signed in. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  private final CurrentCaller current;
  private final SignIn signIn;
  private final SessionView view;
  private final SessionCookie cookie;
  private final ApiDatabases databases;

  SessionResource(
      CurrentCaller current,
      SignIn signIn,
      SessionView view,
      SessionCookie cookie,
      ApiDatabases databases) {
    this.current = current;
    this.signIn = signIn;
    this.view = view;
    this.cookie = cookie;
    this.databases = databases;
  }

  @POST
  @Anonymous
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "signIn", summary = "Sign in; sets the session's cookie")
  @APIResponseSchema(value = Session.class, responseCode = "200")
  public Response signIn(
      @Valid @NotNull Credentials credentials, @Context HttpServerRequest request) {
    var caller = signIn.begin(credentials, request.remoteAddress().host());
    return Response.ok(view.of(caller))
        .cookie(cookie.carrying(caller.token(), request.isSSL()))
        .build();
  }

  @GET
  @Anonymous
  @Operation(operationId = "session", summary = "Who is signed in")
  @APIResponseSchema(value = Session.class, responseCode = "200")
  @APIResponse(responseCode = "204", description = "Nobody is signed in (only with `optional`)")
  public Response session(
      @QueryParam("optional")
          @Parameter(description = "Answer 204 rather than 401 when nobody is signed in")
          boolean optional) {
    if (optional && !current.known()) {
      return Response.noContent().build();
    }
    return Response.ok(view.of(current.get())).build();
  }

  @DELETE
  @Operation(operationId = "signOut", summary = "Sign out; the session ends at once")
  @APIResponse(responseCode = "204", description = "Signed out")
  public Response signOut(@Context HttpServerRequest request) {
    databases.lookup().sessions().delete(current.get().token().hash());
    return Response.noContent().cookie(cookie.forgotten(request.isSSL())).build();
  }
}
