package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;
import static social.greenroom.crds.condition.ConditionStatus.FALSE;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.crds.condition.ConditionStatus.UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.store.request.Stage;

class RequestProjectionTest {
  @Test
  void aNewRequestIsAcceptedAndWorkedOn() {
    assertThat(kept(Stage.RECEIVED))
        .isEqualTo(
            Map.of(
                "Accepted", TRUE,
                "Analyzed", FALSE,
                "Drafted", FALSE,
                "Rendered", FALSE,
                "Succeeded", UNKNOWN,
                "Reconciling", TRUE));
  }

  @Test
  void whatIsDoneStaysDoneWhileTheNextIsUnderWay() {
    assertThat(kept(Stage.RENDERING))
        .containsEntry("Analyzed", TRUE)
        .containsEntry("Drafted", TRUE)
        .containsEntry("Rendered", FALSE)
        .containsEntry("Succeeded", UNKNOWN);
  }

  @Test
  void completeIsSucceededAndAtRest() {
    assertThat(kept(Stage.COMPLETE))
        .containsEntry("Rendered", TRUE)
        .containsEntry("Succeeded", TRUE)
        .doesNotContainKeys("Reconciling", "Stalled");
  }

  @Test
  void failedIsStalled() {
    assertThat(kept(Stage.FAILED))
        .containsEntry("Succeeded", FALSE)
        .containsEntry("Stalled", TRUE)
        .doesNotContainKey("Reconciling");
  }

  @ParameterizedTest
  @EnumSource(Stage.class)
  void theStageIsTheReasonOfSucceeded(Stage stage) {
    var conditions = conditions();
    RequestProjection.kept(stage, "Sentence.", false, conditions);
    var succeeded = Conditions.find(conditions.list(), "Succeeded").orElseThrow();
    assertThat(succeeded.reason()).isEqualToIgnoringCase(stage.wireName());
    assertThat(succeeded.message()).isEqualTo("Sentence.");
  }

  @Test
  void theSameRequestAgainSaysSo() {
    var conditions = conditions();
    RequestProjection.kept(Stage.COMPLETE, "Done.", true, conditions);
    assertThat(Conditions.find(conditions.list(), "Accepted").orElseThrow().reason())
        .isEqualTo("AlreadyDone");
  }

  @Test
  void whatMayBeMendedWaitsAndWhatCantBeIsStalled() {
    var waiting = conditions();
    RequestProjection.refused(RequestVerdict.waits("UnknownAccount", "Make it."), waiting);
    assertThat(statuses(waiting))
        .containsEntry("Accepted", FALSE)
        .containsEntry("Succeeded", UNKNOWN)
        .containsEntry("Reconciling", TRUE);

    var refused = conditions();
    RequestProjection.refused(RequestVerdict.refused("CantShowPictures", "No."), refused);
    assertThat(statuses(refused)).containsEntry("Succeeded", FALSE).containsEntry("Stalled", TRUE);
  }

  private static Map<String, ConditionStatus> kept(Stage stage) {
    var conditions = conditions();
    RequestProjection.kept(stage, "Sentence.", false, conditions);
    return statuses(conditions);
  }

  private static Conditions conditions() {
    return new Conditions(List.of(), 1, Instant.EPOCH);
  }

  private static Map<String, ConditionStatus> statuses(Conditions conditions) {
    var statuses = new TreeMap<String, ConditionStatus>();
    conditions.list().forEach(condition -> statuses.put(condition.type(), condition.status()));
    return statuses;
  }
}
