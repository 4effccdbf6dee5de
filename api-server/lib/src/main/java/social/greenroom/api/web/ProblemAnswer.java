package social.greenroom.api.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import social.greenroom.api.problem.Problem;

/** Answers with a problem where no resource is reached. */
public final class ProblemAnswer {
  private ProblemAnswer() {}

  /** Ends the request with it. */
  public static void send(RoutingContext context, Problem problem) {
    var body =
        new JsonObject()
            .put("type", problem.type())
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.detail());
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(body.encode());
  }
}
