package social.greenroom.standalone.kube.serve;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;

/** Where the events of a watch go: a response that doesn't end, or a web socket. */
interface WatchSink {

  /** How much may wait for a slow client; one that is slower than that is cut off and resumes. */
  int MOST_BYTES_WAITING = 32 * 1024 * 1024;

  void send(Buffer event);

  boolean isFull();

  void end();

  void onClose(Runnable action);

  static WatchSink of(HttpServerResponse response) {
    response
        .setChunked(true)
        .setWriteQueueMaxSize(MOST_BYTES_WAITING)
        .putHeader("Content-Type", "application/json");
    response.writeHead();
    return new WatchSink() {
      @Override
      public void send(Buffer event) {
        response.write(event.appendString("\n"));
      }

      @Override
      public boolean isFull() {
        return response.writeQueueFull();
      }

      @Override
      public void end() {
        if (!response.ended()) {
          response.end();
        }
      }

      @Override
      public void onClose(Runnable action) {
        response.closeHandler(v -> action.run());
      }
    };
  }

  static WatchSink of(ServerWebSocket socket) {
    socket.setWriteQueueMaxSize(MOST_BYTES_WAITING);
    return new WatchSink() {
      @Override
      public void send(Buffer event) {
        socket.writeTextMessage(event.toString());
      }

      @Override
      public boolean isFull() {
        return socket.writeQueueFull();
      }

      @Override
      public void end() {
        socket.close();
      }

      @Override
      public void onClose(Runnable action) {
        socket.closeHandler(v -> action.run());
      }
    };
  }
}
