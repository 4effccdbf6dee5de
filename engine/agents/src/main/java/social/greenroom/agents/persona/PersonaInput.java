package social.greenroom.agents.persona;

import java.time.ZonedDateTime;
import java.util.List;
import social.greenroom.agents.prompt.Voice;

/**
 * What the persona agent decides on.
 *
 * @param now on the talent's own clock
 * @param recent the talent's latest posts, newest first
 * @param planned what is already written or waiting, so that it isn't proposed again
 * @param freeSlots how many slots of the coming days are free
 */
public record PersonaInput(
    Voice voice, ZonedDateTime now, List<String> recent, List<String> planned, int freeSlots) {
  public PersonaInput {
    recent = List.copyOf(recent);
    planned = List.copyOf(planned);
  }
}
