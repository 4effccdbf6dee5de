package social.greenroom.api.job;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import social.greenroom.api.media.ApiMedia;
import social.greenroom.api.media.Arrivals;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.api.upload.UploadConfig;

/**
 * One tenant's media for its Jobs. The store's own credentials stay here: a Job has a token that
 * names its tenant and expires.
 */
@Internal
@Path("/internal/media/{tenant}/{sha256: [0-9a-f]{64}}")
public class JobMediaResource {
  private final JobAccess access;
  private final ApiMedia media;
  private final Arrivals arrivals;
  private final long maxBytes;

  JobMediaResource(JobAccess access, ApiMedia media, Arrivals arrivals, UploadConfig uploads) {
    this.access = access;
    this.media = media;
    this.arrivals = arrivals;
    this.maxBytes = uploads.maxBytes();
  }

  @GET
  @Anonymous
  @Operation(hidden = true)
  public Response get(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("tenant") UUID tenantId,
      @PathParam("sha256") String sha256)
      throws IOException {
    access.reading(authorization, tenantId);
    return Response.ok(open(tenantId, sha256), MediaType.APPLICATION_OCTET_STREAM).build();
  }

  @HEAD
  @Anonymous
  @Operation(hidden = true)
  public Response has(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("tenant") UUID tenantId,
      @PathParam("sha256") String sha256) {
    access.reading(authorization, tenantId);
    if (!media.store().exists(tenantId, sha256)) {
      throw ProblemException.notFound("medium");
    }
    return Response.ok().build();
  }

  @PUT
  @Anonymous
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(hidden = true)
  public void put(
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
      @PathParam("tenant") UUID tenantId,
      @PathParam("sha256") String sha256,
      InputStream body)
      throws IOException {
    access.writing(authorization, tenantId);
    arrivals.take(tenantId, body, maxBytes, picture -> named(sha256, picture));
  }

  private static void named(String sha256, Arrivals.Arrived picture) {
    if (!picture.content().sha256().equals(sha256)) {
      throw ProblemException.of(
          ProblemKind.NOT_VALID, "The content isn't what its name says; send it again.");
    }
  }

  private InputStream open(UUID tenantId, String sha256) throws IOException {
    try {
      return media.store().open(tenantId, sha256);
    } catch (NoSuchFileException e) {
      throw ProblemException.notFound("medium");
    }
  }
}
