package social.greenroom.core.channel;

import java.util.Optional;

/**
 * The last look before the call that publishes, after everything that may take its time: signing
 * in, uploads, a network that has to make something of a picture first.
 */
@FunctionalInterface
public interface LastLook {
  /** Why the post may not go out any more; empty when it may. */
  Optional<String> refusal();
}
