package social.greenroom.operator.plan;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.id.Ids;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.operator.plan.ResourceChange.Action;
import social.greenroom.operator.tenant.NamespaceCheck;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.lookup.Lookup;
import social.greenroom.store.lookup.TenantRef;

/**
 * Plans a change: the Kubernetes API is asked what it would make of each resource, and what it
 * would take is carried out in the tenants' rows and undone. Nothing stays of it.
 */
public final class ChangePlanner {
  private final KubernetesClient client;
  private final TenantDatabase tenants;
  private final Lookup lookup;
  private final String ownNamespace;
  private final Instant now;

  /**
   * @param ownNamespace the operator's: McpServers in it serve every tenant
   */
  public ChangePlanner(
      KubernetesClient client,
      TenantDatabase tenants,
      Lookup lookup,
      String ownNamespace,
      Instant now) {
    this.client = client;
    this.tenants = tenants;
    this.lookup = lookup;
    this.ownNamespace = ownNamespace;
    this.now = now;
  }

  /**
   * Plans it.
   *
   * @param prune true to delete what of Greenroom's kinds lies in the same namespaces, wasn't made
   *     by Greenroom itself, and isn't declared
   * @param fieldManager who applies; null for whoever applied each resource before
   * @throws PlanException when the Kubernetes API can't be asked
   */
  public ChangePlan plan(List<Declared> declared, boolean prune, @Nullable String fieldManager) {
    var dryRun = new DryRun(client, fieldManager, namespaces(declared));
    var answers = new ArrayList<DryRun.Answer>();
    declared.forEach(resource -> answers.add(dryRun.ask(resource)));
    if (prune) {
      answers.addAll(new Pruning(client, dryRun).of(declared));
    }
    var byTenant = new LinkedHashMap<String, List<DryRun.Answer>>();
    var told = new LinkedHashMap<ResourceKey, ResourceChange>();
    for (var answer : answers) {
      told.put(answer.change().resource(), answer.change());
      if (Rehearsal.concerns(answer.change())) {
        namespaces(answer)
            .forEach(
                namespace ->
                    byTenant.computeIfAbsent(namespace, key -> new ArrayList<>()).add(answer));
      }
    }
    var posts = new ArrayList<PostEffect>();
    var people = new ArrayList<Person>();
    byTenant.forEach(
        (namespace, part) -> {
          var outcome = rehearse(namespace, part, answers);
          outcome
              .resources()
              .forEach(change -> told.merge(change.resource(), change, ResourceChange::and));
          posts.addAll(outcome.posts());
          people.addAll(outcome.people());
        });
    return new ChangePlan(List.copyOf(told.values()), posts, people);
  }

  private Rehearsal.Outcome rehearse(
      String namespace, List<DryRun.Answer> part, List<DryRun.Answer> all) {
    var holder = lookup.tenantByNamespace(namespace);
    var checked = new ArrayList<DryRun.Answer>();
    part.forEach(answer -> checked.add(checked(answer, holder, all)));
    var made =
        checked.stream()
            .anyMatch(
                answer ->
                    answer.change().resource().kind().equals("Tenant")
                        && answer.change().action() != Action.REFUSED);
    if (holder.isEmpty() && !made) {
      var sentence = TenantDirectory.nobody(namespace).sentence();
      return new Rehearsal.Outcome(
          checked.stream()
              .map(
                  answer ->
                      answer.change().action() == Action.REFUSED
                          ? answer.change()
                          : answer.change().saying("It would wait: " + sentence))
              .toList(),
          List.of(),
          List.of());
    }
    UUID tenant = holder.map(TenantRef::id).orElseGet(Ids::next);
    return tenants.rehearse(
        tenant,
        session ->
            new Rehearsal(
                    session,
                    client.getKubernetesSerialization(),
                    new PlannedSecrets(client, all),
                    new Rehearsal.Place(namespace, ownNamespace),
                    now)
                .play(checked));
  }

  /** A Tenant has to be let in by its namespace, as it stands or as it is declared. */
  private DryRun.Answer checked(
      DryRun.Answer answer, Optional<TenantRef> holder, List<DryRun.Answer> all) {
    var change = answer.change();
    if (!change.resource().kind().equals("Tenant")
        || change.action() == Action.UNCHANGED
        || change.action() == Action.REFUSED) {
      return answer;
    }
    var tenant = client.getKubernetesSerialization().convertValue(answer.after(), Tenant.class);
    var verdict = NamespaceCheck.of(tenant, labels(tenant.getSpec().namespace(), all), holder);
    return verdict.holds()
        ? answer
        : new DryRun.Answer(change.refused(verdict.sentence()), answer.after());
  }

  private Optional<Map<String, String>> labels(String namespace, List<DryRun.Answer> all) {
    return all.stream()
        .filter(answer -> answer.change().resource().kind().equals("Namespace"))
        .filter(answer -> answer.change().resource().name().equals(namespace))
        .map(answer -> answer.after().getMetadata().getLabels())
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(client.namespaces().withName(namespace).get())
                    .map(found -> found.getMetadata().getLabels()))
        .map(labels -> labels == null ? Map.<String, String>of() : labels);
  }

  /**
   * Of the tenants that it concerns: of all of them, where it is an McpServer of the operator's.
   */
  private List<String> namespaces(DryRun.Answer answer) {
    var key = answer.change().resource();
    if (key.kind().equals("McpServer") && ownNamespace.equals(key.namespace())) {
      return lookup.tenants().stream().map(TenantRef::namespace).toList();
    }
    return List.of(
        key.namespace() != null
            ? key.namespace()
            : client
                .getKubernetesSerialization()
                .convertValue(answer.after(), Tenant.class)
                .getSpec()
                .namespace());
  }

  private static Set<String> namespaces(List<Declared> declared) {
    return declared.stream()
        .map(Declared::key)
        .filter(key -> key.kind().equals("Namespace"))
        .map(ResourceKey::name)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
