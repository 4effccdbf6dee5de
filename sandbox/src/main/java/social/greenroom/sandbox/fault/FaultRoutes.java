package social.greenroom.sandbox.fault;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code /faults} and {@code /latency}: how a test or a person asks for trouble. */
public final class FaultRoutes {
  private final Faults faults;

  public FaultRoutes(Faults faults) {
    this.faults = faults;
  }

  public void mount(Router router) {
    router.post("/faults").handler(this::add);
    router.get("/faults").handler(ctx -> ctx.json(faults.toJson()));
    router
        .delete("/faults")
        .handler(
            ctx -> {
              faults.clear();
              ctx.response().setStatusCode(204).end();
            });
    router.post("/latency").handler(this::latency);
  }

  private void add(RoutingContext ctx) {
    try {
      parse(ctx).forEach(faults::add);
      ctx.response().setStatusCode(201);
      ctx.json(faults.toJson());
    } catch (IllegalArgumentException | ClassCastException | DecodeException e) {
      ctx.response().setStatusCode(400);
      ctx.json(new JsonObject().put("error", e.getMessage()));
    }
  }

  /** One fault or an array of them: either all are taken or none. */
  private static List<Fault> parse(RoutingContext ctx) {
    var parsed = new ArrayList<Fault>();
    if (Json.decodeValue(ctx.body().buffer()) instanceof JsonArray many) {
      many.forEach(one -> parsed.add(Fault.parse((JsonObject) one)));
    } else {
      parsed.add(Fault.parse(ctx.body().asJsonObject()));
    }
    return parsed;
  }

  private void latency(RoutingContext ctx) {
    faults.latency(Duration.ofMillis(ctx.body().asJsonObject().getInteger("ms", 0)));
    ctx.response().setStatusCode(204).end();
  }
}
