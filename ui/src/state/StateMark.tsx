import type { VariantState } from "@/api/types";
import { tones } from "./words";
import classes from "./State.module.css";

/** The mark of a state: its shape says as much as its colour. Beside it there is always the word. */
export function StateMark({ state }: { state: VariantState }) {
  return (
    <svg className={classes.mark} data-tone={tones[state]} data-state={state} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[state]}
    </svg>
  );
}

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.75, strokeLinecap: "round", strokeLinejoin: "round" } as const;
const struck = (
  <>
    <circle cx="8" cy="8" r="5.5" {...line} />
    <path d="M4.2 11.8l7.600-7.600" {...line} />
  </>
);
const underWay = (
  <>
    <circle cx="8" cy="8" r="5.5" {...line} strokeOpacity="0.35" />
    <path d="M8 2.500a5.500 5.500 0 0 1 5.500 5.500" {...line} />
  </>
);

const shapes: Record<VariantState, React.ReactNode> = {
  draft: <circle cx="8" cy="8" r="5.5" {...line} />,
  blocked: (
    <>
      <path d="M5.500 1.500h5l4 4v5l-4 4h-5l-4-4v-5z" fill="currentColor" />
      <path d="M5 8h6" stroke="var(--surface)" strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  awaiting_approval: (
    <>
      <circle cx="8" cy="8" r="5.5" {...line} />
      <path d="M8 2.500a5.500 5.500 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  approved: <path d="M3 8.500l3.500 3.500 6.500-7.500" {...line} strokeWidth={2} />,
  queued: underWay,
  publishing: underWay,
  published: <circle cx="8" cy="8" r="4.5" fill="currentColor" />,
  failed: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="M5.700 5.700l4.600 4.600M10.300 5.700l-4.600 4.600" stroke="var(--surface)" strokeWidth="1.75" strokeLinecap="round" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="M6.100 6.300a1.950 1.950 0 1 1 2.700 1.800c-.5.25-.8.6-.8 1.100" fill="none" stroke="var(--surface)" strokeWidth="1.5" strokeLinecap="round" />
      <circle cx="8" cy="11.500" r="0.95" fill="var(--surface)" />
    </>
  ),
  rejected: struck,
  cancelled: struck,
  taken_down: struck,
};
