import type { ReactNode } from "react";
import classes from "./Shell.module.css";

interface Props {
  title: string;
  lead?: string;
  action?: ReactNode;
}

/** An empty place: what it is for, and the one next step. */
export function Place({ title, lead, action }: Props) {
  return (
    <div className={classes.place}>
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      {action}
    </div>
  );
}
