import { Skeleton } from "@mantine/core";
import classes from "./Table.module.css";

/** The rows of a list before they are there, in the size they will have. */
export function Waiting({ rows, height = 44 }: { rows: number; height?: number }) {
  return (
    <div className={classes.frame} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height - 1} mb={1} radius={0} />
      ))}
    </div>
  );
}
