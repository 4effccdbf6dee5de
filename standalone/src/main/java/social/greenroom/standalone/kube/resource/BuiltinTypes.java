package social.greenroom.standalone.kube.resource;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import java.util.List;
import social.greenroom.standalone.kube.resource.ResourceType.Traits;
import social.greenroom.standalone.kube.resource.ResourceType.View;
import social.greenroom.standalone.kube.schema.ModelSchemas;
import social.greenroom.standalone.kube.table.BuiltinColumns;
import social.greenroom.standalone.kube.table.Column;

/** The types that are there without any definition. */
public final class BuiltinTypes {

  public static final String NAMESPACES = "namespaces";
  public static final String EVENTS = "events";
  public static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

  private static final Traits NAMESPACED = new Traits(true, false, false, false);
  private static final Traits NAMESPACED_WITH_STATUS = new Traits(true, true, false, false);
  private static final List<String> NONE = List.of();

  private BuiltinTypes() {}

  public static List<ResourceType> all() {
    return List.of(
        core("namespaces", "Namespace", "ns")
            .traits(new Traits(false, true, false, false))
            .shows(Namespace.class, BuiltinColumns.NAMESPACE, List.of("status.phase"))
            .rules(new NamespaceRules()),
        core("secrets", "Secret")
            .shows(Secret.class, BuiltinColumns.SECRET, List.of("type"))
            .rules(new SecretRules()),
        core("configmaps", "ConfigMap", "cm")
            .shows(ConfigMap.class, BuiltinColumns.CONFIG_MAP, NONE)
            .rules(TypeRules.NONE),
        core("serviceaccounts", "ServiceAccount", "sa")
            .shows(ServiceAccount.class, BuiltinColumns.SERVICE_ACCOUNT, NONE)
            .rules(TypeRules.NONE),
        core("pods", "Pod", "po")
            .traits(NAMESPACED_WITH_STATUS)
            .shows(
                Pod.class,
                BuiltinColumns.POD,
                List.of("spec.nodeName", "spec.restartPolicy", "status.phase", "status.podIP"))
            .rules(TypeRules.NONE),
        core(EVENTS, "Event", "ev")
            .shows(Event.class, BuiltinColumns.EVENT, EventForm.CORE_FIELDS)
            .rules(new EventRules()),
        type("events.k8s.io", "v1", ResourceNames.of("events.k8s.io", EVENTS, "Event", "ev"))
            .stored(EVENTS)
            .shows(
                io.fabric8.kubernetes.api.model.events.v1.Event.class,
                BuiltinColumns.NEW_EVENT,
                EventForm.CORE_FIELDS)
            .form(new EventForm())
            .rules(new EventRules()),
        type("batch", "v1", ResourceNames.of("batch", "jobs", "Job").in("all"))
            .traits(new Traits(true, true, true, false))
            .shows(Job.class, BuiltinColumns.JOB, List.of("status.successful"))
            .rules(new JobRules()),
        type(
                "coordination.k8s.io",
                "v1",
                ResourceNames.of("coordination.k8s.io", "leases", "Lease"))
            .shows(Lease.class, BuiltinColumns.LEASE, NONE)
            .rules(TypeRules.NONE),
        type(
                "authorization.k8s.io",
                "v1",
                ResourceNames.of(
                    "authorization.k8s.io", AccessReviews.ACCESS, "SelfSubjectAccessReview"))
            .traits(new Traits(false, false, false, false))
            .shows(SelfSubjectAccessReview.class, List.of(Column.NAME), NONE)
            .rules(TypeRules.NONE),
        type(
                "authorization.k8s.io",
                "v1",
                ResourceNames.of(
                    "authorization.k8s.io", AccessReviews.RULES, "SelfSubjectRulesReview"))
            .traits(new Traits(false, false, false, false))
            .shows(SelfSubjectRulesReview.class, List.of(Column.NAME), NONE)
            .rules(TypeRules.NONE),
        type(
                "apiextensions.k8s.io",
                "v1",
                ResourceNames.of(
                    "apiextensions.k8s.io",
                    "customresourcedefinitions",
                    "CustomResourceDefinition",
                    "crd",
                    "crds"))
            .traits(new Traits(false, true, true, false))
            .shows(CustomResourceDefinition.class, BuiltinColumns.DEFINITION, NONE)
            .rules(new DefinitionRules()));
  }

  private static Draft core(String plural, String kind, String... shortNames) {
    return type("", "v1", ResourceNames.of("", plural, kind, shortNames));
  }

  private static Draft type(String group, String version, ResourceNames names) {
    return new Draft(names, version, names.groupResource().toString(), group);
  }

  /** A type that is being described. */
  private static final class Draft {
    private final ResourceNames names;
    private final String version;
    private String stored;
    private Traits traits = NAMESPACED;
    private Form form;
    private Class<? extends KubernetesResource> model = Namespace.class;
    private List<Column> columns = List.of();
    private List<String> fields = List.of();

    Draft(ResourceNames names, String version, String stored, String group) {
      this.names = names;
      this.version = version;
      this.stored = stored;
      this.form = Form.renamed(group.isEmpty() ? version : group + "/" + version);
    }

    Draft traits(Traits own) {
      traits = own;
      return this;
    }

    Draft stored(String name) {
      stored = name;
      return this;
    }

    Draft form(Form own) {
      form = own;
      return this;
    }

    Draft shows(
        Class<? extends KubernetesResource> type, List<Column> shown, List<String> selectable) {
      model = type;
      columns = shown;
      fields = selectable;
      return this;
    }

    ResourceType rules(TypeRules rules) {
      return new ResourceType(
          names,
          version,
          stored,
          traits,
          ModelSchemas.of(model),
          null,
          new View(columns, fields, form),
          new BuiltinRules(names.kind(), version, ModelSchemas.of(model), rules));
    }
  }
}
