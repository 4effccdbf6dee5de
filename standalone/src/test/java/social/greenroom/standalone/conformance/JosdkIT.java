package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.Workflow;
import io.javaoperatorsdk.operator.api.reconciler.dependent.Dependent;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.CRUDKubernetesDependentResource;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/**
 * An operator with dependants, finalizers and server-side apply settles here as it does on a
 * cluster.
 */
class JosdkIT extends ConformanceCase {

  @Group("test.greenroom.social")
  @Version("v1")
  public static class Widget extends CustomResource<Map<String, Object>, Map<String, Object>>
      implements Namespaced {}

  @KubernetesDependent
  public static class WidgetConfig extends CRUDKubernetesDependentResource<ConfigMap, Widget> {
    public WidgetConfig() {
      super(ConfigMap.class);
    }

    @Override
    protected ConfigMap desired(Widget widget, Context<Widget> context) {
      return new ConfigMapBuilder()
          .withNewMetadata()
          .withName(widget.getMetadata().getName())
          .withNamespace(widget.getMetadata().getNamespace())
          .endMetadata()
          .addToData("cap", String.valueOf(widget.getSpec().get("cap")))
          .build();
    }
  }

  @KubernetesDependent
  public static class WidgetJob extends CRUDKubernetesDependentResource<Job, Widget> {
    public WidgetJob() {
      super(Job.class);
    }

    @Override
    protected Job desired(Widget widget, Context<Widget> context) {
      return new JobBuilder()
          .withNewMetadata()
          .withName(widget.getMetadata().getName())
          .withNamespace(widget.getMetadata().getNamespace())
          .endMetadata()
          .withNewSpec()
          .withNewTemplate()
          .withNewSpec()
          .withRestartPolicy("Never")
          .addNewContainer()
          .withName("main")
          .withImage("worker:1")
          .withArgs("generate")
          .addNewEnv()
          .withName("A")
          .withValue("b")
          .endEnv()
          .endContainer()
          .endSpec()
          .endTemplate()
          .endSpec()
          .build();
    }
  }

  @Workflow(
      dependents = {@Dependent(type = WidgetConfig.class), @Dependent(type = WidgetJob.class)})
  @ControllerConfiguration
  public static class WidgetReconciler implements Reconciler<Widget>, Cleaner<Widget> {
    final AtomicInteger runs = new AtomicInteger();

    @Override
    public UpdateControl<Widget> reconcile(Widget widget, Context<Widget> context) {
      runs.incrementAndGet();
      Widget status = new Widget();
      status.getMetadata().setName(widget.getMetadata().getName());
      status.getMetadata().setNamespace(widget.getMetadata().getNamespace());
      status.setStatus(Map.of("conditions", List.of(Map.of("type", "Ready", "status", "True"))));
      return UpdateControl.patchStatus(status);
    }

    @Override
    public DeleteControl cleanup(Widget widget, Context<Widget> context) {
      return DeleteControl.defaultDelete();
    }
  }

  private final WidgetReconciler reconciler = new WidgetReconciler();
  private Operator operator;

  @BeforeEach
  void startOperator() {
    operator = new Operator(o -> o.withKubernetesClient(client).withCloseClientOnStop(false));
    operator.register(reconciler);
    operator.start();
  }

  @AfterEach
  void stopOperator() {
    operator.stop();
  }

  @Test
  void dependants_are_made_once_kept_and_collected() {
    var widgets = Widgets.of(client);
    widgets.resource(Widgets.named("one")).create();
    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(
            () ->
                client.configMaps().withName("one").get() != null
                    && client.batch().v1().jobs().withName("one").get() != null
                    && widgets
                        .withName("one")
                        .get()
                        .getAdditionalProperties()
                        .containsKey("status"));
    String config = version(client.configMaps().withName("one").get());
    String job =
        client.batch().v1().jobs().withName("one").get().getMetadata().getResourceVersion();

    int before = reconciler.runs.get();
    widgets
        .withName("one")
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"handle\":\"@one\"}}");
    await().atMost(PATIENCE).until(() -> reconciler.runs.get() > before);
    GenericKubernetesResource widget = widgets.withName("one").get();
    assertThat(widget.getMetadata().getFinalizers()).hasSize(1);
    assertThat(version(client.configMaps().withName("one").get())).isEqualTo(config);
    assertThat(client.batch().v1().jobs().withName("one").get().getMetadata().getResourceVersion())
        .isEqualTo(job);

    widgets.withName("one").patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"cap\":5}}");
    await()
        .atMost(PATIENCE)
        .until(() -> "5".equals(client.configMaps().withName("one").get().getData().get("cap")));

    widgets.withName("one").delete();
    await().atMost(PATIENCE).until(() -> widgets.withName("one").get() == null);
    await().atMost(PATIENCE).until(() -> client.configMaps().withName("one").get() == null);
    await().atMost(PATIENCE).until(() -> client.batch().v1().jobs().withName("one").get() == null);
  }

  private static String version(ConfigMap config) {
    return config.getMetadata().getResourceVersion();
  }
}
