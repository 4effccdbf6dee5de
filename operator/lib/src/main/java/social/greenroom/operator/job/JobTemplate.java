package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRuleBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.config.TracingSettings;
import social.greenroom.operator.config.WorkSettings;

/** What a Job looks like: one container without Kubernetes permissions, no retry by the kubelet. */
@ApplicationScoped
public class JobTemplate {
  private static final int TTL_SECONDS = 300;

  /** The worker's exit codes after which another try is useless: the reason is in the row. */
  private static final List<Integer> FOR_GOOD = List.of(2, 64);

  /** Its exit code when the database or media were away: that was no try, the deadline ends it. */
  private static final int AWAY = 75;

  private final String image;
  private final JobEnvironment environment;

  JobTemplate(OperatorConfig config, WorkSettings settings, TracingSettings tracing) {
    this.image = config.workerImage();
    this.environment = new JobEnvironment(settings, tracing, config.orphanAfter());
  }

  /** The Job's name tells its kind and subject, so that it can't be made twice. */
  public static String name(JobKind kind, UUID subject) {
    return "%s-%s".formatted(kind.command(), subject);
  }

  /**
   * @param subject the request, the dispatch or the round of checks
   * @param owner with which the Job goes
   */
  public Job job(JobKind kind, UUID subject, String namespace, HasMetadata owner) {
    var labels =
        Map.of(
            JobLabels.MANAGED_BY, JobLabels.OPERATOR,
            JobLabels.KIND, kind.command(),
            JobLabels.SUBJECT, subject.toString());
    return new JobBuilder()
        .withNewMetadata()
        .withName(name(kind, subject))
        .withNamespace(namespace)
        .withLabels(labels)
        .withOwnerReferences(owner(owner))
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(kind.backoffLimit())
        .withActiveDeadlineSeconds(kind.deadline().toSeconds())
        .withTtlSecondsAfterFinished(TTL_SECONDS)
        .withNewPodFailurePolicy()
        .withRules(afterExit("FailJob", FOR_GOOD), afterExit("Ignore", List.of(AWAY)), evicted())
        .endPodFailurePolicy()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .withSpec(pod(kind, subject))
        .endTemplate()
        .endSpec()
        .build();
  }

  private static PodFailurePolicyRule afterExit(String action, List<Integer> codes) {
    return new PodFailurePolicyRuleBuilder()
        .withAction(action)
        .withNewOnExitCodes()
        .withContainerName(JobLabels.CONTAINER)
        .withOperator("In")
        .withValues(codes)
        .endOnExitCodes()
        .build();
  }

  /** Drained with its node, or moved for another pod: no try either. */
  private static PodFailurePolicyRule evicted() {
    return new PodFailurePolicyRuleBuilder()
        .withAction("Ignore")
        .addNewOnPodCondition()
        .withType("DisruptionTarget")
        .withStatus("True")
        .endOnPodCondition()
        .build();
  }

  private PodSpec pod(JobKind kind, UUID subject) {
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(container(kind, subject))
        .addNewVolume()
        .withName("tmp")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .build();
  }

  private Container container(JobKind kind, UUID subject) {
    return new ContainerBuilder()
        .withName(JobLabels.CONTAINER)
        .withImage(image)
        .withArgs(kind.command(), kind.subjectOption(), subject.toString())
        .withEnv(environment.of(kind, subject))
        .withNewResources()
        .withRequests(Map.of("cpu", new Quantity("100m"), "memory", new Quantity("192Mi")))
        .withLimits(Map.of("memory", new Quantity(kind == JobKind.RENDER ? "1Gi" : "384Mi")))
        .endResources()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName("tmp")
        .withMountPath("/tmp")
        .endVolumeMount()
        .build();
  }

  private static OwnerReference owner(HasMetadata owner) {
    return new OwnerReferenceBuilder()
        .withApiVersion(owner.getApiVersion())
        .withKind(owner.getKind())
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .withController(true)
        .build();
  }
}
