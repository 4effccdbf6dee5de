import { Radio, TextInput } from "@mantine/core";
import type { Timing } from "@/api/decisions";
import { t } from "@/messages";
import { exists, instantOf, wallTime, type WallTime } from "@/time/zones";
import classes from "./Post.module.css";

/** What the form holds: which of them, and what is in the fields, however unfinished. */
export interface TimeChoice {
  kind: Timing["kind"];
  wall: WallTime;
}

export function choiceOf(timing: Timing, zone: string, now: number): TimeChoice {
  const at = timing.kind === "at" ? new Date(timing.at) : new Date(Math.ceil(now / 3_600_000) * 3_600_000 + 3_600_000);
  return { kind: timing.kind, wall: wallTime(at, zone) };
}

/** The timing that was chosen, or the sentence that says why it can't be. */
export function timingOf(choice: TimeChoice, zone: string, now: number): Timing | string {
  if (choice.kind !== "at") return { kind: choice.kind };
  const at = instantOf(choice.wall, zone);
  if (!at) return t.move.missing;
  return at.getTime() <= now ? t.move.past : { kind: "at", at: at.toISOString() };
}

interface Props {
  choice: TimeChoice;
  onChange: (choice: TimeChoice) => void;
  zone: string;
  name: string;
  label: string;
  words: { next: string; best?: string; now: string; pick: string };
  error?: string;
}

/** Next free slot, the network's best time where one is known, now, or a time on the talent's own clock. */
export function TimePicker({ choice, onChange, zone, name, label, words, error }: Props) {
  const skipped = choice.kind === "at" && choice.wall.date && choice.wall.time && !exists(choice.wall, zone);
  const set = (wall: Partial<WallTime>) => onChange({ ...choice, wall: { ...choice.wall, ...wall } });
  return (
    <Radio.Group
      label={label}
      value={choice.kind}
      onChange={(kind) => onChange({ ...choice, kind: kind as Timing["kind"] })}
      error={error}
    >
      <div className={classes.choices}>
        <Radio size="md" className={classes.choice} value="next" label={words.next} />
        {words.best && <Radio size="md" className={classes.choice} value="best" label={words.best} />}
        <Radio size="md" className={classes.choice} value="now" label={words.now} />
        <Radio size="md" className={classes.choice} value="at" label={words.pick} />
      </div>
      {choice.kind === "at" && (
        <div className={classes.picked}>
          <TextInput
            type="date"
            size="md"
            label={t.move.date}
            value={choice.wall.date}
            onChange={(event) => set({ date: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            size="md"
            label={t.move.time}
            value={choice.wall.time}
            onChange={(event) => set({ time: event.currentTarget.value })}
          />
          <p className={classes.hint}>{skipped ? t.move.gap : t.move.zone(zone, name)}</p>
        </div>
      )}
    </Radio.Group>
  );
}
