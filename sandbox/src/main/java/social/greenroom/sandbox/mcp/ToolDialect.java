package social.greenroom.sandbox.mcp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import social.greenroom.sandbox.exchange.Dialect;
import social.greenroom.sandbox.exchange.Reply;

/** A vendor's troubles as the answers to one JSON-RPC request. */
record ToolDialect(Vendor vendor, Object id) implements Dialect {

  @Override
  public Reply unavailable() {
    return Reply.refused(
            503, new JsonObject().put("error", "Service Unavailable: the request was not handled"))
        .with("Retry-After", "1");
  }

  @Override
  public Reply rateLimited(Instant reset, boolean telling) {
    return reply(vendor.rateLimited(reset, telling));
  }

  @Override
  public Reply revoked() {
    return reply(vendor.revoked());
  }

  @Override
  public Reply duplicate() {
    return reply(vendor.duplicate());
  }

  @Override
  public Reply garbled() {
    var odd = new JsonObject().put("kind", "blob").put("blob", vendor.garbled());
    return JsonRpc.result(id, new JsonObject().put("content", new JsonArray().add(odd)), true);
  }

  Reply reply(ToolResult result) {
    return JsonRpc.result(id, result.toMcp(), result.accepted());
  }
}
