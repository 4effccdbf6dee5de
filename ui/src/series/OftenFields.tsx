import { Checkbox, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { t } from "@/messages";
import { nths, weekdays, type Often } from "./rule";
import classes from "./SeriesSheet.module.css";

interface Props {
  often: Often;
  onChange: (often: Often) => void;
  /** What is wrong with the rule. */
  error?: string;
}

const words = t.series;
const kinds = ["daily", "weekly", "date", "weekday", "custom"] as const;
const dayChoices = weekdays.map((value, n) => ({ value, label: words.days[n] ?? value }));
const dateChoices = [...Array.from({ length: 31 }, (_, n) => String(n + 1)), "-1"].map((value) => ({ value, label: words.dayOfMonth(Number(value)) }));

/** How often: daily, on weekdays, monthly, or by a rule that somebody writes. */
export function OftenFields({ often, onChange, error }: Props) {
  const set = (change: Partial<Often>) => onChange({ ...often, ...change });
  return (
    <>
      <NativeSelect
        size="md"
        label={words.often}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={often.kind}
        onChange={(event) => set({ kind: event.currentTarget.value as Often["kind"] })}
        error={often.kind === "custom" ? undefined : error}
      />
      {often.kind === "weekly" && (
        <Checkbox.Group label={words.onDays} value={often.days} onChange={(days) => set({ days })}>
          <div className={classes.days}>
            {dayChoices.map(({ value, label }) => (
              <Checkbox key={value} size="md" value={value} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {often.kind === "date" && (
        <NativeSelect
          size="md"
          label={words.onDate}
          description={Number(often.date) > 28 ? words.shortMonths(Number(often.date)) : undefined}
          data={dateChoices}
          value={often.date}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
      )}
      {often.kind === "weekday" && (
        <div className={classes.pair}>
          <NativeSelect
            size="md"
            label={words.which}
            data={nths.map((value) => ({ value, label: words.nths[value] ?? value }))}
            value={often.nth}
            onChange={(event) => set({ nth: event.currentTarget.value })}
          />
          <NativeSelect
            size="md"
            label={words.weekday}
            data={dayChoices}
            value={often.weekday}
            onChange={(event) => set({ weekday: event.currentTarget.value })}
          />
        </div>
      )}
      {often.kind === "custom" ? (
        <TextInput
          size="md"
          label={words.rule}
          description={words.ruleHelp}
          value={often.custom}
          onChange={(event) => set({ custom: event.currentTarget.value })}
          error={error}
        />
      ) : (
        <NumberInput
          size="md"
          className={classes.short}
          label={words.interval[often.kind]}
          min={1}
          max={99}
          allowDecimal={false}
          value={often.every}
          onChange={(every) => set({ every })}
        />
      )}
    </>
  );
}
