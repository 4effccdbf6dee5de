import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { t } from "@/messages";
import type { Often } from "./rule";
import classes from "./SeriesSheet.module.css";

interface Props {
  often: Often;
  onChange: (often: Often) => void;
  error?: string;
}

const choices = (["never", "on", "after"] as const).map((value) => ({ value, label: t.series.ends[value] }));

/** Until when a rule holds. */
export function EndFields({ often, onChange, error }: Props) {
  const set = (change: Partial<Often>) => onChange({ ...often, ...change });
  return (
    <div className={classes.pair}>
      <NativeSelect
        size="md"
        label={t.series.until}
        data={choices}
        value={often.ends}
        onChange={(event) => set({ ends: event.currentTarget.value as Often["ends"] })}
        error={error}
      />
      {often.ends === "on" && (
        <TextInput
          type="date"
          size="md"
          label={t.series.lastDay}
          value={often.lastDay}
          onChange={(event) => set({ lastDay: event.currentTarget.value })}
        />
      )}
      {often.ends === "after" && (
        <NumberInput
          size="md"
          label={t.series.times}
          min={1}
          max={1_000}
          allowDecimal={false}
          value={often.times}
          onChange={(times) => set({ times })}
        />
      )}
    </div>
  );
}
