package social.greenroom.sandbox.exchange;

import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** Ways to end a connection without an answer. */
final class Hangup {
  private Hangup() {}

  /** Closes the connection in good order, but without the answer that was due. */
  static void drop(HttpServerRequest request) {
    request.connection().close();
  }

  /** Sends a TCP reset: with no time to linger, closing discards what wasn't sent. */
  static void reset(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    if (connection instanceof ConnectionBase base) {
      base.channelHandlerContext().channel().config().setOption(ChannelOption.SO_LINGER, 0);
    }
    connection.close();
  }
}
