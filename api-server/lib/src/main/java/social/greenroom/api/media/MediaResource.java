package social.greenroom.api.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.store.media.MediaRow;

/** Stored pictures, by their content's hash: what is at an address never changes. */
@Path("/media")
public class MediaResource {
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  private final ApiDatabases databases;
  private final CurrentCaller current;
  private final ApiMedia media;

  MediaResource(ApiDatabases databases, CurrentCaller current, ApiMedia media) {
    this.databases = databases;
    this.current = current;
    this.media = media;
  }

  @GET
  @Path("/{sha256: [0-9a-f]{64}}")
  @Operation(operationId = "media", summary = "Stream a picture")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(
              mediaType = "image/*",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response get(
      @PathParam("sha256") String sha256,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) @Nullable String known)
      throws IOException {
    var row = find(sha256);
    var tag = "\"%s\"".formatted(sha256);
    if (tag.equals(known)) {
      return Response.notModified()
          .header(HttpHeaders.ETAG, tag)
          .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
          .build();
    }
    return Response.ok(media.store().open(row.tenantId(), sha256), row.mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, row.bytes())
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        // Should somebody open it as a page of its own, nothing in it runs.
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }

  private MediaRow find(String sha256) {
    var caller = current.get();
    return databases
        .tenants()
        .in(caller.tenantId(), session -> new MediaAccess(session, caller).find(sha256))
        .filter(row -> media.store().exists(row.tenantId(), sha256))
        .orElseThrow(() -> ProblemException.notFound("picture"));
  }
}
