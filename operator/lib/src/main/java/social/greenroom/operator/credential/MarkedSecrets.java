package social.greenroom.operator.credential;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.Crds;

/**
 * The Secrets with the label, in the namespaces where one was asked for: each is watched from then
 * on, and who asked is woken when one comes or changes. Namespace by namespace, since the operator
 * is let into each by itself.
 */
@ApplicationScoped
public class MarkedSecrets {
  private final KubernetesClient client;
  private final Map<String, SharedIndexInformer<Secret>> watched = new ConcurrentHashMap<>();
  private final Set<ResourceID> missed = ConcurrentHashMap.newKeySet();
  private final List<Consumer<ResourceID>> listeners = new CopyOnWriteArrayList<>();

  MarkedSecrets(KubernetesClient client) {
    this.client = client;
  }

  /**
   * The Secret without its values, if it is there and has the label.
   *
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the namespace's Secrets
   *     can't be listed
   */
  Optional<Secret> find(String namespace, String name) {
    var secrets = in(namespace).getIndexer();
    var found = secrets.getByKey(namespace + "/" + name);
    if (found == null) {
      missed.add(new ResourceID(name, namespace));
      // It may have come before that was noted, and then nobody tells.
      found = secrets.getByKey(namespace + "/" + name);
    }
    return Optional.ofNullable(found);
  }

  /**
   * Wakes the resources of one kind when the Secret that they name comes or changes.
   *
   * @param name the name of the Secret, in the resource's own namespace; null where it names none
   */
  public <P extends HasMetadata> EventSource<?, P> source(
      EventSourceContext<P> context, Function<P, @Nullable String> name) {
    var source = new SecretEventSource<>(context.getPrimaryCache(), name);
    listeners.add(source::changed);
    return source;
  }

  private SharedIndexInformer<Secret> in(String namespace) {
    var known = watched.get(namespace);
    return known != null && known.isRunning() ? known : watch(namespace);
  }

  private synchronized SharedIndexInformer<Secret> watch(String namespace) {
    var known = watched.get(namespace);
    if (known != null && known.isRunning()) {
      return known;
    }
    var informer =
        client
            .secrets()
            .inNamespace(namespace)
            .withLabel(Crds.CREDENTIAL_LABEL, Crds.CREDENTIAL_MARK)
            .runnableInformer(0)
            .itemStore(new WithoutValues())
            // One that can't begin is told to who asked; one that has begun goes on.
            .exceptionHandler((begun, error) -> begun)
            .addEventHandler(new Changes())
            .run();
    watched.put(namespace, informer);
    return informer;
  }

  /** Nobody asks for Secrets of that namespace any more. */
  public synchronized void leave(String namespace) {
    var informer = watched.remove(namespace);
    if (informer != null) {
      informer.stop();
    }
    missed.removeIf(secret -> secret.getNamespace().filter(namespace::equals).isPresent());
  }

  @PreDestroy
  void stop() {
    watched.values().forEach(SharedIndexInformer::stop);
  }

  /** Those that are there when the watch begins wake nobody: who asks for them is at it already. */
  private final class Changes implements ResourceEventHandler<Secret> {
    @Override
    public void onAdd(Secret secret) {
      var id = ResourceID.fromResource(secret);
      if (missed.remove(id)) {
        tell(id);
      }
    }

    @Override
    public void onUpdate(Secret before, Secret after) {
      var version = after.getMetadata().getResourceVersion();
      if (!version.equals(before.getMetadata().getResourceVersion())) {
        tell(ResourceID.fromResource(after));
      }
    }

    @Override
    public void onDelete(Secret secret, boolean finalStateUnknown) {
      missed.add(ResourceID.fromResource(secret));
    }

    private void tell(ResourceID secret) {
      listeners.forEach(listener -> listener.accept(secret));
    }
  }
}
