package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.JsonNode;
import social.greenroom.standalone.kube.object.ApiException;

/**
 * How a client wants something deleted; texts that are absent are empty.
 *
 * @param propagation {@code Background}, {@code Foreground}, {@code Orphan}
 * @param uid the object must have
 * @param resourceVersion the object must have
 */
public record DeleteOptions(
    String propagation, String uid, String resourceVersion, boolean dryRun) {

  /** Reads the body of a delete request; the query wins where it says something. */
  public static DeleteOptions parse(JsonNode body, String propagationQuery, boolean dryRunQuery) {
    String propagation = body.path("propagationPolicy").asText("");
    if (body.path("orphanDependents").asBoolean()) {
      propagation = "Orphan";
    }
    if (!propagationQuery.isEmpty()) {
      propagation = propagationQuery;
    }
    if (!propagation.isEmpty()
        && !propagation.equals("Background")
        && !propagation.equals("Foreground")
        && !propagation.equals("Orphan")) {
      throw ApiException.badRequest(
          "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \""
              + propagation
              + "\": supported values: \"Foreground\", \"Background\", \"Orphan\"");
    }
    JsonNode preconditions = body.path("preconditions");
    return new DeleteOptions(
        propagation,
        preconditions.path("uid").asText(""),
        preconditions.path("resourceVersion").asText(""),
        dryRunQuery || !body.path("dryRun").isEmpty());
  }
}
