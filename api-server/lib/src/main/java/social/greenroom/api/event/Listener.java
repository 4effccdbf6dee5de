package social.greenroom.api.event;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import social.greenroom.api.access.Caller;

/** One open page. */
record Listener(Caller caller, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
  /** Sends the event if this person may know of it. */
  void offer(UUID tenantId, ChangeEvent event) {
    var talent = event.talentId();
    if (caller.tenantId().equals(tenantId) && (talent == null || caller.sees(talent))) {
      emitter.emit(
          sse.newEventBuilder()
              .name("change")
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(event)
              .build());
    }
  }

  void beat() {
    emitter.emit(sse.newEventBuilder().comment("still here").build());
  }

  void end() {
    emitter.complete();
  }
}
