package social.greenroom.sandbox.call;

import java.util.Locale;

/** Who calls what: an account at a network, and the operation it wants. */
public record Caller(Network network, String handle, Operation operation) {

  /** Handles are compared without their leading {@code @} and without regard to case. */
  public static String plain(String handle) {
    var bare = handle.startsWith("@") ? handle.substring(1) : handle;
    return bare.toLowerCase(Locale.ROOT);
  }
}
