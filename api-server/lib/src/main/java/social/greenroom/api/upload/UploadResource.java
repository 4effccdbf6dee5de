package social.greenroom.api.upload;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.CurrentCaller;
import social.greenroom.core.access.Permission;

/** Takes files in. */
@Path("/uploads")
@Produces(MediaType.APPLICATION_JSON)
public class UploadResource {
  private final CurrentCaller current;
  private final Receiving receiving;

  UploadResource(CurrentCaller current, Receiving receiving) {
    this.current = current;
    this.receiving = receiving;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "upload", summary = "Upload a picture as the raw body")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponseSchema(value = Upload.class, responseCode = "201")
  public Response upload(@QueryParam("filename") @Nullable String filename, InputStream body)
      throws IOException {
    var caller = current.get();
    caller.require(Permission.REQUEST);
    var upload = receiving.receive(caller, filename, body);
    return Response.created(URI.create(upload.url())).entity(upload).build();
  }
}
