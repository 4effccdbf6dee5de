import type { Variant } from "@/api/types";
import { useReader } from "@/shell/useReader";
import { exact } from "@/time/words";
import { useNow } from "@/time/useNow";
import { StateMark } from "./StateMark";
import { stateWords, tones } from "./words";
import classes from "./State.module.css";

const closed = new Set(["rejected", "cancelled", "taken_down"]);

/** Mark and word of a variant's state. */
export function StateLabel({ variant, wrap = false }: { variant: Variant; wrap?: boolean }) {
  const now = useNow();
  const reader = useReader();
  const words = stateWords(variant, reader, now);
  const at = variant.state === "published" ? variant.publishedAt : variant.publishAt;
  return (
    <span
      className={classes.label}
      data-tone={tones[variant.state]}
      data-wrap={wrap || undefined}
      title={at ? `${words} (${exact(at, variant.talent.timeZone)})` : words}
    >
      <StateMark state={variant.state} />
      <span className={closed.has(variant.state) ? classes.struck : classes.words}>{words}</span>
    </span>
  );
}
