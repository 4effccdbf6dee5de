package social.greenroom.api.event;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import social.greenroom.api.access.CurrentCaller;

/** Live updates. */
@Path("/events")
public class EventsResource {
  /** A page that is so many events behind is cut off; it connects again and reads anew. */
  private static final int MOST_BEHIND = 1_000;

  private final CurrentCaller current;
  private final EventHub hub;

  EventsResource(CurrentCaller current, EventHub hub) {
    this.current = current;
    this.hub = hub;
  }

  @GET
  @Blocking // its session is looked up in the database
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "events",
      summary = "Be told what changes, as server-sent events named 'change'")
  @APIResponse(
      responseCode = "200",
      description = "One event for each change; read the subject again",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = ChangeEvent.class)))
  public Multi<OutboundSseEvent> events(@Context Sse sse) {
    var caller = current.get();
    return Multi.createFrom()
        .emitter(
            emitter -> {
              var listener = new Listener(caller, sse, emitter);
              emitter.onTermination(() -> hub.remove(listener));
              hub.add(listener);
              listener.beat();
            },
            MOST_BEHIND);
  }
}
