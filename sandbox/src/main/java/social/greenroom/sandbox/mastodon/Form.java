package social.greenroom.sandbox.mastodon;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** A request's fields, however they were sent: as a form, as JSON or in the query. */
record Form(RoutingContext ctx, JsonObject json) {

  static Form of(RoutingContext ctx) {
    var type = ctx.request().getHeader("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      return new Form(ctx, new JsonObject());
    }
    try {
      return new Form(ctx, Optional.ofNullable(ctx.body().asJsonObject()).orElse(new JsonObject()));
    } catch (DecodeException | ClassCastException e) {
      return new Form(ctx, new JsonObject());
    }
  }

  String text(String name) {
    if (json.getValue(name) != null) {
      return json.getValue(name).toString();
    }
    var sent = ctx.request().getFormAttribute(name);
    var value = sent == null ? ctx.request().getParam(name) : sent;
    return value == null ? "" : value;
  }

  /** A field that may be sent several times, as {@code name[]} in a form. */
  List<String> list(String name) {
    if (json.getValue(name) instanceof JsonArray many) {
      return many.stream().map(String::valueOf).toList();
    }
    return ctx.request().formAttributes().getAll(name + "[]");
  }
}
