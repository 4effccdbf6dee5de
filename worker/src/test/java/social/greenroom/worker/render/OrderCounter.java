package social.greenroom.worker.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import social.greenroom.worker.render.RenderOrder.OrderedPicture;

/** Stands in for the API server: has an order, gives out sources, takes in pictures. */
final class OrderCounter implements AutoCloseable {
  static final String TOKEN = "token-of-the-request";
  private static final ObjectMapper JSON = new ObjectMapper();

  final UUID requestId = UUID.randomUUID();
  final List<OrderedPicture> order = new CopyOnWriteArrayList<>();
  final Map<String, byte[]> sources = new ConcurrentHashMap<>();

  /** By source and network. */
  final Map<String, byte[]> delivered = new ConcurrentHashMap<>();

  final List<JsonNode> ends = new CopyOnWriteArrayList<>();

  /** How many of the next calls find the server busy. */
  int busy;

  private final HttpServer server;

  OrderCounter() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/internal/renders/" + requestId, this::answer);
    server.start();
  }

  Map<String, String> environment() {
    return Map.of(
        "GREENROOM_MEDIA_URL",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/",
        "GREENROOM_MEDIA_TOKEN",
        TOKEN);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
      } else if (busy-- > 0) {
        exchange.sendResponseHeaders(503, -1);
      } else {
        serve(exchange, exchange.getRequestURI().getPath().split("/"), body);
      }
    }
  }

  /** The path's parts: "", api, v1, internal, renders, the request, and what is asked. */
  private void serve(HttpExchange exchange, String[] path, byte[] body) throws IOException {
    if (path.length == 6) {
      send(exchange, JSON.writeValueAsBytes(new RenderOrder(order)));
    } else if (path[6].equals("sources") && sources.containsKey(path[7])) {
      send(exchange, sources.get(path[7]));
    } else if (path[6].equals("pictures")) {
      delivered.put(path[7] + "/" + path[8], body);
      exchange.sendResponseHeaders(204, -1);
    } else if (path[6].equals("end")) {
      ends.add(JSON.readTree(body));
      exchange.sendResponseHeaders(204, -1);
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
