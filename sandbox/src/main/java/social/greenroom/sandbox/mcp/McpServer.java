package social.greenroom.sandbox.mcp;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.sandbox.exchange.Exchange;

/**
 * One MCP server over streamable HTTP. It answers every request with JSON and pushes nothing, so it
 * offers no event stream (405 on GET), as the protocol allows.
 */
public final class McpServer {
  static final String SESSION = "Mcp-Session-Id";

  private final String path;
  private final Vendor vendor;
  private final McpMethods methods;
  private final Sessions sessions = new Sessions();

  public McpServer(String path, Vendor vendor, Exchange exchange) {
    this.path = path;
    this.vendor = vendor;
    this.methods = new McpMethods(vendor, exchange);
  }

  public void mount(Router router) {
    router.route(path).handler(McpServer::refuseForeignOrigin);
    router.post(path).handler(this::post);
    router
        .delete(path)
        .handler(
            ctx -> {
              sessions.close(header(ctx, SESSION));
              ctx.response().setStatusCode(204).end();
            });
    router.route(path).handler(ctx -> ctx.response().setStatusCode(405).end());
  }

  /** The protocol demands it: a page in a browser must not reach a server on this machine. */
  private static void refuseForeignOrigin(RoutingContext ctx) {
    var origin = ctx.request().getHeader("Origin");
    if (origin == null || local(origin)) {
      ctx.next();
    } else {
      ctx.response().setStatusCode(403).end();
    }
  }

  private static boolean local(String origin) {
    try {
      return List.of("127.0.0.1", "localhost", "[::1]")
          .contains(String.valueOf(URI.create(origin).getHost()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void post(RoutingContext ctx) {
    var account = vendor.account(header(ctx, "x-api-key"));
    var message = message(ctx);
    if (account.isEmpty()) {
      fail(ctx, 401, null, "Unauthorized: invalid API key");
    } else if (message.isEmpty()) {
      JsonRpc.error(400, null, JsonRpc.PARSE_ERROR, "Parse error: one JSON object is wanted")
          .send(ctx.response());
    } else {
      dispatch(ctx, account.get(), message.get());
    }
  }

  private static Optional<JsonObject> message(RoutingContext ctx) {
    try {
      return Optional.ofNullable(ctx.body().asJsonObject());
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private void dispatch(RoutingContext ctx, String handle, JsonObject message) {
    Object id = message.getValue("id");
    var method = message.getString("method", "");
    var params = message.getJsonObject("params", new JsonObject());
    var version = ctx.request().getHeader("MCP-Protocol-Version");
    if (method.equals("initialize") && id != null) {
      methods.initialize(ctx, handle, id, params, sessions.open(handle));
    } else if (version != null && !McpMethods.VERSIONS.contains(version)) {
      fail(ctx, 400, id, "Bad Request: unsupported protocol version " + version);
    } else if (header(ctx, SESSION).isEmpty()) {
      fail(ctx, 400, id, "Bad Request: Mcp-Session-Id header is required");
    } else if (!sessions.holds(header(ctx, SESSION), handle)) {
      fail(ctx, 404, id, "Session not found");
    } else if (id == null || method.isEmpty()) {
      // A notification, or the answer to a question we never ask.
      ctx.response().setStatusCode(202).end();
    } else {
      methods.request(ctx, handle, id, method, params);
    }
  }

  private static void fail(RoutingContext ctx, int status, @Nullable Object id, String message) {
    JsonRpc.error(status, id, JsonRpc.INVALID_REQUEST, message).send(ctx.response());
  }

  private static String header(RoutingContext ctx, String name) {
    var value = ctx.request().getHeader(name);
    return value == null ? "" : value;
  }
}
