import { NumberInput } from "@mantine/core";
import type { ApiError } from "@/api/problem";
import { t } from "@/messages";
import classes from "./SeriesSheet.module.css";

/** What the form holds of a post that is said again. */
export interface Again {
  post: string;
  days: number | string;
  times: number | string;
}

interface Props {
  again: Again;
  onChange: (again: Again) => void;
  refused?: ApiError;
}

/** How often a post is said again at most, and after how many days. */
export function RepeatFields({ again, onChange, refused }: Props) {
  return (
    <div className={classes.pair}>
      <NumberInput
        size="md"
        label={t.series.intervalDays}
        min={1}
        max={3_650}
        allowDecimal={false}
        value={again.days}
        onChange={(days) => onChange({ ...again, days })}
        error={refused?.about("intervalDays")}
      />
      <NumberInput
        size="md"
        label={t.series.maximum}
        min={1}
        max={100}
        allowDecimal={false}
        value={again.times}
        onChange={(times) => onChange({ ...again, times })}
        error={refused?.about("maximum")}
      />
    </div>
  );
}
