package social.greenroom.standalone.kube.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An answer that isn't a success, as the API server words it: a {@code Status}. It carries no stack
 * trace, since most are a client's mistake.
 */
public final class ApiException extends RuntimeException {

  private final int code;
  private final String reason;
  private final ObjectNode details = KubeJson.object();

  public ApiException(int code, String reason, String message) {
    super(message, null, false, false);
    this.code = code;
    this.reason = reason;
  }

  public int code() {
    return code;
  }

  public String reason() {
    return reason;
  }

  public ObjectNode status() {
    ObjectNode status = KubeJson.object();
    status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
    status.put("status", "Failure").put("message", getMessage()).put("reason", reason);
    if (!details.isEmpty()) {
      status.set("details", details);
    }
    return status.put("code", code);
  }

  /** Names the object the answer is about. */
  public ApiException about(String group, String kindOrResource, String name) {
    if (!name.isEmpty()) {
      details.put("name", name);
    }
    if (!group.isEmpty()) {
      details.put("group", group);
    }
    details.put("kind", kindOrResource);
    return this;
  }

  public ApiException causes(List<FieldError> errors) {
    ArrayNode causes = details.putArray("causes");
    errors.forEach(e -> causes.add(e.cause()));
    return this;
  }

  public static ApiException badRequest(String message) {
    return new ApiException(400, "BadRequest", message);
  }

  public static ApiException forbidden(String message) {
    return new ApiException(403, "Forbidden", message);
  }

  /** No such path. */
  public static ApiException unknownPath() {
    return new ApiException(404, "NotFound", "the server could not find the requested resource");
  }

  public static ApiException notFound(GroupResource resource, String name) {
    return new ApiException(404, "NotFound", resource + " \"" + name + "\" not found")
        .about(resource.group(), resource.resource(), name);
  }

  public static ApiException alreadyExists(GroupResource resource, String name) {
    return new ApiException(409, "AlreadyExists", resource + " \"" + name + "\" already exists")
        .about(resource.group(), resource.resource(), name);
  }

  public static ApiException conflict(GroupResource resource, String name, String why) {
    return new ApiException(
            409,
            "Conflict",
            "Operation cannot be fulfilled on " + resource + " \"" + name + "\": " + why)
        .about(resource.group(), resource.resource(), name);
  }

  /** The object was changed since the client read it. */
  public static ApiException stale(GroupResource resource, String name) {
    return conflict(
        resource,
        name,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  public static ApiException methodNotAllowed() {
    return new ApiException(
        405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }

  public static ApiException unsupportedMediaType(String accepted) {
    return new ApiException(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + accepted);
  }

  public static ApiException gone(long asked, long oldest) {
    return new ApiException(
        410, "Expired", "too old resource version: " + asked + " (" + oldest + ")");
  }

  public static ApiException internal(String message) {
    return new ApiException(500, "InternalError", "Internal error occurred: " + message);
  }

  public static ApiException invalid(GroupKind kind, String name, List<FieldError> errors) {
    String all =
        errors.size() == 1
            ? errors.get(0).toString()
            : "[" + String.join(", ", errors.stream().map(FieldError::toString).toList()) + "]";
    return new ApiException(422, "Invalid", kind + " \"" + name + "\" is invalid: " + all)
        .about(kind.group(), kind.kind(), name)
        .causes(errors);
  }
}
