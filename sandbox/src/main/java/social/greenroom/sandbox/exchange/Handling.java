package social.greenroom.sandbox.exchange;

/** What a network does with a call when nothing disturbs it. */
@FunctionalInterface
public interface Handling {
  /**
   * Handles the call.
   *
   * @param truncating whether a text is to be cut before it is stored
   */
  Reply handle(boolean truncating);
}
