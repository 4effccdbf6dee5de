package social.greenroom.channels.failure;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.egress.EgressRefusedException;

/** What an exception under a call tells about how far the request got. */
public final class IoTrouble {
  private IoTrouble() {}

  /**
   * The failure that {@code thrown} means.
   *
   * @param whom who was called, as a person would say it
   * @param field what named the address
   */
  public static NetworkFailure of(Throwable thrown, String whom, String field) {
    for (Throwable t = thrown; t != null; t = next(t)) {
      if (t instanceof EgressRefusedException refused) {
        return NetworkFailure.refused(
            "%s wasn't called; nothing was sent. %s: %s".formatted(whom, field, refused.why()));
      }
      if (t instanceof HttpConnectTimeoutException
          || t instanceof ConnectException
          || t instanceof UnknownHostException
          || t instanceof UnresolvedAddressException) {
        return NetworkFailure.unsent(whom + " couldn't be reached; nothing was sent.");
      }
      if (t instanceof SSLHandshakeException) {
        return NetworkFailure.unsent(
            whom + " couldn't prove who it is (its certificate); nothing was sent.");
      }
      if (t instanceof HttpTimeoutException || t instanceof TimeoutException) {
        return NetworkFailure.lost(whom + " didn't answer in time.");
      }
    }
    return NetworkFailure.lost("The connection to " + whom + " broke before it answered.");
  }

  private static @Nullable Throwable next(Throwable t) {
    return t.getCause() == t ? null : t.getCause();
  }
}
