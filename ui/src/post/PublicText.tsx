import { Textarea } from "@mantine/core";
import type { Limits } from "@/api/types";
import { count } from "@/preview/count";
import { Count } from "@/preview/Count";
import classes from "./Post.module.css";

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
  limits?: Limits;
  /** What the server counted for the text it has: it may count what isn't in the field, as a link. */
  alreadyCounted?: { used: number; of: string };
  error?: string;
  focused?: boolean;
}

/** A field for words that will be said in public, with its count as one types. */
export function PublicText({ label, value, onChange, limits, alreadyCounted, error, focused = false }: Props) {
  const beside = limits && alreadyCounted ? alreadyCounted.used - count(alreadyCounted.of, limits) : 0;
  return (
    <div className={classes.publicText}>
      <Textarea
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={18}
        error={error}
        data-autofocus={focused || undefined}
        autoFocus={focused}
        classNames={{ input: classes.public }}
      />
      {limits && <Count used={count(value, limits) + beside} max={limits.maxChars} />}
    </div>
  );
}
