import { t } from "@/messages";
import classes from "./Shell.module.css";

/** A live region: silent while the line is up, one sentence while it is down. */
export function Interrupted({ interrupted }: { interrupted: boolean }) {
  return (
    <div role="status" className={classes.interrupted} data-shown={interrupted || undefined}>
      {interrupted && t.live.lost}
    </div>
  );
}
