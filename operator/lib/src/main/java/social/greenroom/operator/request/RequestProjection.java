package social.greenroom.operator.request;

import static social.greenroom.crds.condition.ConditionStatus.FALSE;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.crds.condition.ConditionStatus.UNKNOWN;
import static social.greenroom.crds.condition.StandardConditions.RECONCILING;
import static social.greenroom.crds.condition.StandardConditions.STALLED;
import static social.greenroom.crds.request.PostRequestConditions.ACCEPTED;
import static social.greenroom.crds.request.PostRequestConditions.ANALYZED;
import static social.greenroom.crds.request.PostRequestConditions.DRAFTED;
import static social.greenroom.crds.request.PostRequestConditions.RENDERED;
import static social.greenroom.crds.request.PostRequestConditions.SUCCEEDED;

import java.util.Locale;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.store.request.Stage;

/** What the conditions of a request say, given what the database says. */
final class RequestProjection {
  /** Why a request is accepted that had been carried out before its resource was made. */
  static final String ALREADY_DONE = "AlreadyDone";

  private static final String WAITING = "Waiting";

  private RequestProjection() {}

  /** A request that isn't kept: what is wrong, and whether waiting can help. */
  static void refused(RequestVerdict verdict, Conditions conditions) {
    conditions.set(ACCEPTED, FALSE, verdict.reason(), verdict.sentence());
    if (verdict.forGood()) {
      conditions.set(SUCCEEDED, FALSE, word(Stage.FAILED), verdict.sentence());
      conditions.set(STALLED, TRUE, verdict.reason(), verdict.sentence());
    } else {
      conditions.set(SUCCEEDED, UNKNOWN, WAITING, verdict.sentence());
      conditions.set(RECONCILING, TRUE, verdict.reason(), verdict.sentence());
    }
  }

  /**
   * A request that is kept.
   *
   * @param message a sentence about the stage
   * @param again true when the same request had been carried out before this resource was made
   */
  static void kept(Stage stage, String message, boolean again, Conditions conditions) {
    succeeded(stage, message, conditions);
    conditions.set(
        ACCEPTED,
        TRUE,
        again ? ALREADY_DONE : "Accepted",
        again
            ? "The same request was made before: nothing is drafted or published again."
            : RequestVerdict.ACCEPTED.sentence());
    step(ANALYZED, stage, Stage.ANALYZING, conditions);
    step(DRAFTED, stage, Stage.DRAFTING, conditions);
    step(RENDERED, stage, Stage.RENDERING, conditions);
  }

  private static void succeeded(Stage stage, String message, Conditions conditions) {
    switch (stage) {
      case COMPLETE -> conditions.set(SUCCEEDED, TRUE, word(stage), message);
      case FAILED -> {
        conditions.set(SUCCEEDED, FALSE, word(stage), message);
        conditions.set(STALLED, TRUE, word(stage), message);
      }
      case RECEIVED, ANALYZING, DRAFTING, RENDERING -> {
        conditions.set(SUCCEEDED, UNKNOWN, word(stage), message);
        conditions.set(RECONCILING, TRUE, word(stage), message);
      }
    }
  }

  /** One step: done after its stage; after a failure nobody knows. */
  private static void step(String type, Stage stage, Stage during, Conditions conditions) {
    if (stage == Stage.FAILED) {
      conditions.set(type, UNKNOWN, word(stage), "The request failed.");
    } else if (stage.compareTo(during) > 0) {
      conditions.set(type, TRUE, "Done", "Done.");
    } else if (stage == during) {
      conditions.set(type, FALSE, word(stage), "It is being done.");
    } else {
      conditions.set(type, FALSE, WAITING, "It comes later.");
    }
  }

  /** The stage as a condition's reason. */
  static String word(Stage stage) {
    var name = stage.wireName();
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
