import { Tooltip } from "@mantine/core";
import { t } from "@/messages";
import classes from "./Shell.module.css";
import { useSession } from "./useSession";

/** Says that the networks are only played: nobody should believe a post reached the world. */
export function SandboxPill() {
  const { sandbox } = useSession();
  if (!sandbox) return null;
  return (
    <Tooltip label={t.sandbox.explain} events={{ hover: true, focus: true, touch: true }} multiline maw={280}>
      <span className={classes.sandbox} tabIndex={0} aria-label={`${t.sandbox.pill}. ${t.sandbox.explain}`} role="note">
        {t.sandbox.pill}
      </span>
    </Tooltip>
  );
}
