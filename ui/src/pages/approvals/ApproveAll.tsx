import { Button } from "@mantine/core";
import { useId } from "react";
import { t } from "@/messages";
import classes from "./Approvals.module.css";

interface Props {
  count: number;
  /** The networks whose version is being edited: a yes would be to the words from before. */
  editing: string[];
  loading: boolean;
  onApprove: () => void;
}

/** The yes to every version of an idea. It waits while one of them is being edited. */
export function ApproveAll({ count, editing, loading, onApprove }: Props) {
  const why = useId();
  const waits = editing.length > 0;
  return (
    <footer className={waits ? `${classes.all} ${classes.allWaits}` : classes.all}>
      {waits && (
        <p id={why} role="status">
          {t.portal.finishEditing(editing)}
        </p>
      )}
      <Button size="lg" fullWidth loading={loading} disabled={waits} aria-describedby={waits ? why : undefined} onClick={onApprove}>
        {t.act.approveAll(count)}
      </Button>
    </footer>
  );
}
