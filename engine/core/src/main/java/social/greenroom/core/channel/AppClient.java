package social.greenroom.core.channel;

/**
 * The app at the network under which a token was issued.
 *
 * @param secret in the clear; never to be logged
 */
public record AppClient(String id, String secret) {
  @Override
  public String toString() {
    return "AppClient[%s]".formatted(id);
  }
}
