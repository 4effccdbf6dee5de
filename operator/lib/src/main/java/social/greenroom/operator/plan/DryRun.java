package social.greenroom.operator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.plan.ResourceChange.Action;

/**
 * What the Kubernetes API would make of a resource: it is asked to apply it and to keep nothing, so
 * that its own rules speak.
 */
final class DryRun {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNPROCESSABLE = 422;
  private static final Set<Integer> REFUSALS =
      Set.of(
          HttpURLConnection.HTTP_BAD_REQUEST,
          HttpURLConnection.HTTP_FORBIDDEN,
          HttpURLConnection.HTTP_NOT_FOUND,
          HttpURLConnection.HTTP_CONFLICT,
          UNPROCESSABLE);

  private final KubernetesClient client;
  private final @Nullable String fieldManager;
  private final Set<String> newNamespaces;

  /**
   * @param fieldManager who applies; null for whoever applied the resource before
   * @param newNamespaces what is made by the same change
   */
  DryRun(KubernetesClient client, @Nullable String fieldManager, Set<String> newNamespaces) {
    this.client = client;
    this.fieldManager = fieldManager;
    this.newNamespaces = newNamespaces;
  }

  /**
   * What came of asking.
   *
   * @param after the resource as it would be, with its defaults; as declared where it is refused
   */
  record Answer(ResourceChange change, GenericKubernetesResource after) {}

  /**
   * Asks.
   *
   * @throws PlanException when the API server can't be asked
   */
  Answer ask(Declared declared) {
    var resource = declared.resource();
    try {
      var live = client.resource(resource).get();
      var manager = fieldManager == null ? FieldManagers.of(live) : fieldManager;
      try {
        return applied(declared, live, patch(resource, manager, false), List.of());
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || live == null) {
          throw e;
        }
        return applied(declared, live, patch(resource, manager, true), List.of(conflict(e)));
      }
    } catch (KubernetesClientException e) {
      return unapplied(declared, e);
    }
  }

  /**
   * Asks to delete a resource that is there.
   *
   * @throws PlanException when the API server can't be asked
   */
  Answer askToDelete(ResourceKey key, GenericKubernetesResource resource) {
    var change = new ResourceChange(key, Action.DELETED, List.of(), List.of());
    try {
      client.resource(resource).dryRun().delete();
      return new Answer(change, resource);
    } catch (KubernetesClientException e) {
      if (REFUSALS.contains(e.getCode())) {
        return new Answer(change.refused(sentence(e)), resource);
      }
      throw unasked(e);
    }
  }

  private static Answer applied(
      Declared declared,
      @Nullable GenericKubernetesResource live,
      GenericKubernetesResource after,
      List<String> sentences) {
    if (live == null) {
      return new Answer(
          new ResourceChange(declared.key(), Action.CREATED, List.of(), sentences), after);
    }
    var fields = FieldDiff.between(tree(live), tree(after));
    var action = fields.isEmpty() ? Action.UNCHANGED : Action.CHANGED;
    return new Answer(new ResourceChange(declared.key(), action, fields, sentences), after);
  }

  private Answer unapplied(Declared declared, KubernetesClientException e) {
    var key = declared.key();
    if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND
        && key.namespace() != null
        && newNamespaces.contains(key.namespace())) {
      var sentence =
          "Its namespace is made by the same change, so the API server couldn't check it.";
      return new Answer(
          new ResourceChange(key, Action.CREATED, List.of(), List.of(sentence)),
          declared.resource());
    }
    // A kind that isn't known is told without an answer of the server's.
    if (REFUSALS.contains(e.getCode()) || (e.getCode() == 0 && e.getCause() == null)) {
      return new Answer(
          new ResourceChange(key, Action.REFUSED, List.of(), List.of(sentence(e))),
          declared.resource());
    }
    throw unasked(e);
  }

  private static PlanException unasked(KubernetesClientException e) {
    return new PlanException(
        "The Kubernetes API can't be asked: %s".formatted(String.valueOf(e.getMessage())), e);
  }

  private GenericKubernetesResource patch(
      GenericKubernetesResource resource, String manager, boolean force) {
    var context =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(manager)
            .withFieldValidation("Strict")
            .withDryRun(List.of("All"))
            .withForce(force)
            .build();
    return client.resource(resource).patch(context);
  }

  private static String conflict(KubernetesClientException e) {
    return "Another tool owns some of these fields: %s. Only a forced apply takes them over."
        .formatted(sentence(e));
  }

  private static String sentence(KubernetesClientException e) {
    var status = e.getStatus();
    var message = status == null ? null : status.getMessage();
    return message == null || message.isBlank() ? String.valueOf(e.getMessage()) : message;
  }

  private static JsonNode tree(GenericKubernetesResource resource) {
    return JSON.valueToTree(resource);
  }
}
