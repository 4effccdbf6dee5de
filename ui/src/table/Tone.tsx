import { IconAlertTriangle, IconCheck, IconCircleDashed, IconPlayerPause } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Table.module.css";

export type Level = "green" | "amber" | "red" | "soft";

const signs = { green: IconCheck, amber: IconPlayerPause, red: IconAlertTriangle, soft: IconCircleDashed };

/** A word with the mark of its level. */
export function Tone({ level, children }: { level: Level; children: ReactNode }) {
  const Sign = signs[level];
  return (
    <span className={classes.tone} data-tone={level}>
      <Sign size={14} stroke={2.2} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
