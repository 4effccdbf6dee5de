import { Textarea } from "@mantine/core";
import type { Limits } from "@/api/types";
import { count, outgoing } from "@/preview/count";
import { Count } from "@/preview/Count";
import classes from "./Post.module.css";

interface Props {
  label: string;
  value: string;
  onChange: (text: string) => void;
  limits?: Limits;
  /** What leaves with the text and counts with it. */
  link?: string;
  error?: string;
  focused?: boolean;
}

/** A field for words that will be said in public, with its count as one types. */
export function PublicText({ label, value, onChange, limits, link, error, focused = false }: Props) {
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
      {limits && <Count used={count(outgoing(value, link), limits)} max={limits.maxChars} />}
    </div>
  );
}
