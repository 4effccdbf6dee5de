package social.greenroom.standalone.kube.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.AccessReviews;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.Snapshot;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.verb.Creation;
import social.greenroom.standalone.kube.verb.DeleteOptions;
import social.greenroom.standalone.kube.verb.Deletion;
import social.greenroom.standalone.kube.verb.PatchType;
import social.greenroom.standalone.kube.verb.Patching;
import social.greenroom.standalone.kube.verb.Target;
import social.greenroom.standalone.kube.verb.Update;
import social.greenroom.standalone.kube.verb.Written;

/** Everything that is asked of resources but watching. */
final class ResourceHandler {

  private final ObjectStore store;
  private final Creation creation;
  private final Update update;
  private final Patching patching;
  private final Deletion deletion;

  ResourceHandler(ObjectStore store) {
    this.store = store;
    creation = new Creation(store);
    update = new Update(store);
    patching = new Patching(store, creation, update);
    deletion = new Deletion(store);
  }

  Answer answer(Target target, KubeRequest request) {
    return target.name().isEmpty() ? collection(target, request) : single(target, request);
  }

  private Answer collection(Target target, KubeRequest request) {
    boolean everywhere = target.type().traits().namespaced() && target.namespace().isEmpty();
    if (everywhere && !request.method().equals("GET")) {
      throw ApiException.methodNotAllowed();
    }
    return switch (request.method()) {
      case "GET" -> list(target, request);
      case "POST" -> create(target, request);
      case "DELETE" -> deleteCollection(target, request);
      default -> throw ApiException.methodNotAllowed();
    };
  }

  private Answer single(Target target, KubeRequest request) {
    return switch (request.method()) {
      case "GET" -> get(target, request);
      case "PUT" ->
          written(
              target, update.replace(target, request.object(), request.writeOptions()), request);
      case "PATCH" -> patch(target, request);
      case "DELETE" -> {
        if (!target.subresource().isEmpty()) {
          throw ApiException.methodNotAllowed();
        }
        yield delete(target, request);
      }
      default -> throw ApiException.methodNotAllowed();
    };
  }

  private Answer get(Target target, KubeRequest request) {
    StoredObject object = store.get(target.key());
    if (object == null) {
      throw ApiException.notFound(target.type().names().groupResource(), target.name());
    }
    return shown(target, 200, object.object(), request);
  }

  private Answer list(Target target, KubeRequest request) {
    Snapshot snapshot = store.list(target.type().stored(), target.namespace());
    Selections.requireVersion(request, snapshot.version());
    ListPage page =
        ListPage.cut(
            snapshot,
            Selections.of(target, request),
            Selections.number(request, "limit"),
            request.parameter("continue"));
    Presentation presentation = Presentation.of(request.header("Accept"));
    if (presentation == Presentation.WHOLE) {
      return Answer.json(page.whole(target.type()));
    }
    List<ObjectNode> objects =
        page.objects().stream().map(o -> target.type().shown(o.object())).toList();
    return Answer.ok(
        presentation.many(
            target.type(), objects, page.metadata(), request.parameter("includeObject")));
  }

  private Answer create(Target target, KubeRequest request) {
    ObjectNode object = request.object();
    if (AccessReviews.include(target.type())) {
      return Answer.json(201, AccessReviews.answer(target.type(), object));
    }
    return written(target, creation.create(target, object, request.writeOptions()), request);
  }

  private Answer patch(Target target, KubeRequest request) {
    PatchType type =
        PatchType.of(request.contentType())
            .orElseThrow(() -> ApiException.unsupportedMediaType(PatchType.accepted()));
    Written result = patching.patch(target, type, request.json(), request.writeOptions());
    return written(target, result, request);
  }

  private Answer delete(Target target, KubeRequest request) {
    Deletion.Deleted deleted = deletion.delete(target, options(request));
    if (!deleted.gone()) {
      return shown(target, 200, deleted.object(), request);
    }
    ResourceType type = target.type();
    ObjectNode details = KubeJson.object().put("name", target.name());
    if (!type.names().group().isEmpty()) {
      details.put("group", type.names().group());
    }
    details.put("kind", type.names().plural()).put("uid", Metadata.of(deleted.object()).uid());
    return Answer.ok(success(details));
  }

  private Answer deleteCollection(Target target, KubeRequest request) {
    DeleteOptions options = options(request);
    var selection = Selections.of(target, request);
    for (StoredObject object : store.list(target.type().stored(), target.namespace()).objects()) {
      if (selection.matches(object)) {
        Target one = new Target(target.type(), object.key().namespace(), object.key().name(), "");
        deleteIfThere(one, options);
      }
    }
    return Answer.ok(success(KubeJson.object().put("kind", target.type().names().plural())));
  }

  private void deleteIfThere(Target target, DeleteOptions options) {
    try {
      deletion.delete(target, options);
    } catch (ApiException e) {
      if (e.code() != 404) {
        throw e;
      }
    }
  }

  private static DeleteOptions options(KubeRequest request) {
    JsonNode body = request.json();
    return DeleteOptions.parse(body, request.parameter("propagationPolicy"), request.dryRun());
  }

  private static ObjectNode success(ObjectNode details) {
    ObjectNode status = KubeJson.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    status.put("status", "Success").set("details", details);
    return status;
  }

  private static Answer written(Target target, Written result, KubeRequest request) {
    return shown(target, result.created() ? 201 : 200, result.object(), request)
        .warning(result.warnings());
  }

  private static Answer shown(Target target, int code, ObjectNode stored, KubeRequest request) {
    Presentation presentation = Presentation.of(request.header("Accept"));
    ObjectNode object = target.type().shown(stored);
    return Answer.json(
        code, presentation.one(target.type(), object, request.parameter("includeObject")));
  }
}
