import type { PostRequest } from "@/api/types";
import { t } from "@/messages";
import { StateMark } from "./StateMark";
import classes from "./State.module.css";

type Stages = PostRequest["stage"];

const marks = {
  received: { state: "queued", tone: "blue" },
  analyzing: { state: "publishing", tone: "blue" },
  drafting: { state: "publishing", tone: "blue" },
  rendering: { state: "publishing", tone: "blue" },
  complete: { state: "approved", tone: "green" },
  failed: { state: "failed", tone: "red" },
} as const satisfies Record<Stages, unknown>;

/** How far a request is. */
export function Stage({ stage }: { stage: Stages }) {
  const { state, tone } = marks[stage];
  return (
    <span className={classes.label} data-tone={tone}>
      <StateMark state={state} />
      <span className={classes.words}>{t.requests.stages[stage]}</span>
    </span>
  );
}
