package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import social.greenroom.sandbox.call.Caller;
import social.greenroom.sandbox.call.Operation;
import social.greenroom.sandbox.exchange.Exchange;
import social.greenroom.sandbox.exchange.Handling;
import social.greenroom.sandbox.exchange.Reply;

/** The protocol's methods, for a caller who is known. */
final class McpMethods {
  static final List<String> VERSIONS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  private final Vendor vendor;
  private final Exchange exchange;

  McpMethods(Vendor vendor, Exchange exchange) {
    this.vendor = vendor;
    this.exchange = exchange;
  }

  /** Agrees on a version: the client's if it is known here, else the newest one. */
  void initialize(RoutingContext ctx, String handle, Object id, JsonObject params, String session) {
    var wanted = params.getString("protocolVersion", "");
    var result =
        new JsonObject()
            .put("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.get(0))
            .put("capabilities", new JsonObject().put("tools", new JsonObject()))
            .put(
                "serverInfo",
                new JsonObject().put("name", "composio-sandbox").put("version", "1.0.0"));
    run(
        ctx,
        new Caller(vendor.network(), handle, Operation.CONNECT),
        new ToolDialect(vendor, id),
        truncating -> JsonRpc.result(id, result, true).with(McpServer.SESSION, session));
  }

  void request(RoutingContext ctx, String handle, Object id, String method, JsonObject params) {
    var dialect = new ToolDialect(vendor, id);
    switch (method) {
      case "ping" -> JsonRpc.result(id, new JsonObject(), true).send(ctx.response());
      case "tools/list" ->
          run(
              ctx,
              new Caller(vendor.network(), handle, Operation.CONNECT),
              dialect,
              truncating -> list(id));
      case "tools/call" -> call(ctx, handle, dialect, params);
      default ->
          JsonRpc.error(200, id, JsonRpc.METHOD_NOT_FOUND, "Method not found: " + method)
              .send(ctx.response());
    }
  }

  private Reply list(Object id) {
    var tools = new JsonArray();
    vendor.tools().forEach(tool -> tools.add(tool.toMcp()));
    return JsonRpc.result(id, new JsonObject().put("tools", tools), true);
  }

  private void call(RoutingContext ctx, String handle, ToolDialect dialect, JsonObject params) {
    var name = params.getString("name", "");
    vendor.tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            tool ->
                run(
                    ctx,
                    new Caller(vendor.network(), handle, tool.operation()),
                    dialect,
                    truncating -> dialect.reply(result(tool, handle, params, truncating))),
            () ->
                JsonRpc.error(200, dialect.id(), JsonRpc.INVALID_PARAMS, "Unknown tool: " + name)
                    .send(ctx.response()));
  }

  private ToolResult result(Tool tool, String handle, JsonObject params, boolean truncating) {
    var arguments = params.getJsonObject("arguments", new JsonObject());
    return Arguments.complaint(tool.inputSchema(), arguments)
        .map(vendor::invalid)
        .orElseGet(() -> tool.action().apply(new ToolCall(handle, arguments, truncating)));
  }

  private void run(RoutingContext ctx, Caller caller, ToolDialect dialect, Handling handling) {
    exchange.answer(ctx, caller, dialect, handling);
  }
}
