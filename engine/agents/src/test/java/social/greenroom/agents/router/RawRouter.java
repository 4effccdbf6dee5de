package social.greenroom.agents.router;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A router that answers exactly what a test says, to see how the client takes it. */
final class RawRouter implements AutoCloseable {
  /** Writes the answer's body. */
  interface Body {
    void to(OutputStream out) throws IOException;
  }

  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  RawRouter(Body body) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", exchange -> answer(exchange, body));
    server.start();
  }

  /** Answers with that text as an OpenAI-shaped completion. */
  static RawRouter saying(String content) throws IOException {
    var json =
        "{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
            + "{\"role\":\"assistant\",\"content\":\""
            + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
            + "\"}}]}";
    return new RawRouter(out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The bodies that were asked with. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange, Body body) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      body.to(out);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
