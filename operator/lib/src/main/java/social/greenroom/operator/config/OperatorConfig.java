package social.greenroom.operator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import social.greenroom.operator.planner.SendPolicy;

/** How the operator works. */
@ConfigMapping(prefix = "greenroom.operator")
public interface OperatorConfig {
  /** The operator's own namespace: McpServers in it serve every tenant. */
  @WithDefault("greenroom-system")
  String namespace();

  /** The image of the Jobs. */
  @WithDefault("greenroom-worker:0.1.0-SNAPSHOT")
  String workerImage();

  /** Who sends: {@code auto}, {@code jobs} or {@code pool}. */
  @WithDefault("auto")
  SendPolicy sendPolicy();

  /**
   * How long before its time a post is queued, and its Job made, until enough Jobs were measured:
   * from then on it is what nine in ten took from being made to their first claim. From when it is
   * queued a post isn't edited any more.
   */
  @WithDefault("3s")
  Duration startAhead();

  /** How often the database is asked for what a notification may have missed. */
  @WithDefault("10s")
  Duration pollInterval();

  /** How often is looked which talents' ticks are due. */
  @WithDefault("20s")
  Duration tickCheck();

  /** How far ahead the tick looks for free slots. */
  @WithDefault("7d")
  Duration tickHorizon();

  /**
   * A claim without a heartbeat for so long is an orphan; publish Jobs learn it too. The pool's is
   * {@code GREENROOM_ORPHAN_AFTER}.
   */
  @WithDefault("45s")
  Duration orphanAfter();

  /** Time to live of the requests which the operator makes itself, after they have ended. */
  @WithDefault("1h")
  Duration requestTtl();

  /** How long a reconcile that has begun may go on when the operator is told to end. */
  @WithDefault("25s")
  Duration terminationTimeout();
}
