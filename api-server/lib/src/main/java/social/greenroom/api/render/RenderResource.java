package social.greenroom.api.render;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Anonymous;
import social.greenroom.api.internal.Internal;
import social.greenroom.api.job.JobAccess;
import social.greenroom.api.media.ApiMedia;
import social.greenroom.api.media.Arrivals;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Platform;
import social.greenroom.media.probe.ImageFormat;
import social.greenroom.store.media.NewMedia;

/**
 * All that a render Job can reach: the order for its one request, the sources, and where to hand in
 * what it made of them.
 */
@Internal
@Path("/internal/renders/{request}")
public class RenderResource {
  private final JobAccess access;
  private final Rendering rendering;
  private final ApiMedia media;
  private final Arrivals arrivals;

  RenderResource(JobAccess access, Rendering rendering, ApiMedia media, Arrivals arrivals) {
    this.access = access;
    this.rendering = rendering;
    this.media = media;
    this.arrivals = arrivals;
  }

  @GET
  @Anonymous
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public RenderOrder order(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("request") UUID requestId) {
    return rendering.order(access.rendering(authorization, requestId), requestId);
  }

  @GET
  @Path("/sources/{sha256: [0-9a-f]{64}}")
  @Anonymous
  @Operation(hidden = true)
  public Response source(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("request") UUID requestId,
      @PathParam("sha256") String sha256)
      throws IOException {
    var grant = access.rendering(authorization, requestId);
    rendering.requireSource(grant, requestId, sha256);
    return Response.ok(open(grant.tenantId(), sha256), MediaType.APPLICATION_OCTET_STREAM).build();
  }

  @PUT
  @Path("/pictures/{source: [0-9a-f]{64}}/{platform}")
  @Anonymous
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(hidden = true)
  public void picture(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("request") UUID requestId,
      @PathParam("source") String source,
      @PathParam("platform") String platformName,
      InputStream body)
      throws IOException {
    var grant = access.rendering(authorization, requestId);
    var platform = platform(platformName);
    rendering.requireSource(grant, requestId, source);
    var most = Networks.of(platform).maxImageBytes();
    var arrived =
        arrivals.take(grant.tenantId(), body, most, picture -> requireFits(picture, platform));
    var picture =
        new NewMedia(
            arrived.content().sha256(),
            arrived.picture().mediaType(),
            arrived.content().bytes(),
            arrived.picture().width(),
            arrived.picture().height(),
            null,
            Rendering.job(requestId));
    rendering.take(grant, requestId, new Rendition(source, platform, picture));
  }

  @POST
  @Path("/end")
  @Anonymous
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public void end(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("request") UUID requestId,
      @Valid @NotNull(message = "Name the failures, or an empty list.") RenderEnd end) {
    rendering.end(access.rendering(authorization, requestId), requestId, end);
  }

  private InputStream open(UUID tenantId, String sha256) throws IOException {
    try {
      return media.store().open(tenantId, sha256);
    } catch (NoSuchFileException e) {
      throw ProblemException.notFound("picture");
    }
  }

  private static Platform platform(String name) {
    try {
      return Platform.of(name);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("network");
    }
  }

  private static void requireFits(Arrivals.Arrived arrived, Platform platform) {
    var size = Networks.of(platform).image();
    var picture = arrived.picture();
    if (picture.format() != ImageFormat.JPEG
        || picture.width() != size.width()
        || picture.height() != size.height()) {
      throw ProblemException.of(
          ProblemKind.NOT_VALID,
          "The picture has to be a JPEG of %d x %d pixels, as it was ordered."
              .formatted(size.width(), size.height()));
    }
  }
}
