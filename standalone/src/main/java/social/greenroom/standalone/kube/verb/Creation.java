package social.greenroom.standalone.kube.verb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.standalone.kube.apply.Manager;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.GroupResource;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.object.ObjectKey;
import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.resource.ResourceType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.storage.Write;

/** Makes new objects. */
public final class Creation {

  private static final int NAME_ATTEMPTS = 8;
  private static final List<String> OF_SERVER =
      List.of(
          "uid",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "generation",
          "selfLink");

  private final ObjectStore store;

  public Creation(ObjectStore store) {
    this.store = store;
  }

  /**
   * Creates the object that a client sent.
   *
   * @throws ApiException when it is invalid, already there, or its namespace isn't
   */
  public Written create(Target target, ObjectNode sent, WriteOptions options) {
    ResourceType type = target.type();
    IncomingObject.requireType(type, sent);
    IncomingObject.requireSamePlace(target, sent);
    List<String> warnings = IncomingObject.checkFields(type, sent, options);
    Metadata metadata = Metadata.of(sent);
    if (!metadata.resourceVersion().isEmpty()) {
      throw ApiException.badRequest("resourceVersion should not be set on objects to be created");
    }
    boolean generated = metadata.name().isEmpty() && !metadata.text("generateName").isEmpty();
    for (int attempt = 1; ; attempt++) {
      ObjectNode object = sent.deepCopy();
      if (generated) {
        String name = ObjectNames.generate(metadata.text("generateName"));
        Metadata.of(object).node().put("name", name);
      }
      Target named = target.named(Metadata.of(object).name());
      Manager manager = Manager.updating(options.fieldManager(), "");
      try {
        ObjectNode created = create(named, object, manager, options.dryRun());
        return new Written(created, true, warnings);
      } catch (ApiException e) {
        if (!generated || attempt == NAME_ATTEMPTS || !e.reason().equals("AlreadyExists")) {
          throw e;
        }
      }
    }
  }

  /** Creates an object whose managers, if it applies, are already written down. */
  ObjectNode create(Target target, ObjectNode shown, Manager manager, boolean dryRun) {
    ResourceType type = target.type();
    ObjectNode object = type.view().form().toStored(shown);
    prepare(type, object);
    if (manager.operation().equals("Update")) {
      type.fieldManager().changed(null, object, manager);
    }
    List<FieldError> errors = new ArrayList<>(ObjectNames.check(type, object));
    errors.addAll(type.rules().validate(object, null));
    if (!errors.isEmpty()) {
      throw ApiException.invalid(type.names().groupKind(), target.name(), errors);
    }
    return dryRun ? rehearse(target, object) : store(target, object);
  }

  private static void prepare(ResourceType type, ObjectNode object) {
    Metadata metadata = Metadata.of(object);
    metadata.node().remove(OF_SERVER);
    metadata.node().put("uid", UUID.randomUUID().toString());
    metadata.node().put("creationTimestamp", Metadata.timestamp(Instant.now()));
    if (type.traits().countsGenerations()) {
      metadata.node().put("generation", 1);
    }
    if (type.traits().statusSubresource()) {
      object.remove("status");
    }
    type.rules().complete(object);
    type.rules().onCreate(object);
  }

  private ObjectNode rehearse(Target target, ObjectNode object) {
    requireNamespace(target);
    if (store.get(target.key()) != null) {
      throw alreadyExists(target);
    }
    return object;
  }

  private ObjectNode store(Target target, ObjectNode object) {
    while (true) {
      requireNamespace(target);
      Optional<StoredObject> stored =
          store.write(Write.create(target.key(), object, target.namespaceKey()));
      if (stored.isPresent()) {
        return object;
      }
      if (store.get(target.key()) != null) {
        throw alreadyExists(target);
      }
    }
  }

  private void requireNamespace(Target target) {
    ObjectKey key = target.namespaceKey();
    if (key == null) {
      return;
    }
    StoredObject namespace = store.get(key);
    if (namespace == null) {
      throw ApiException.notFound(
          new GroupResource("", BuiltinTypes.NAMESPACES), target.namespace());
    }
    if (namespace.terminating()) {
      throw ApiException.forbidden(
          target.type().names().groupResource()
              + " \""
              + target.name()
              + "\" is forbidden: unable to create new content in namespace "
              + target.namespace()
              + " because it is being terminated");
    }
  }

  private static ApiException alreadyExists(Target target) {
    return ApiException.alreadyExists(target.type().names().groupResource(), target.name());
  }
}
