import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { capsPlanQuery, useSetCaps } from "@/api/caps";
import { ApiError, explain } from "@/api/problem";
import type { OwnCapsState } from "@/api/types";
import { t } from "@/messages";
import { say } from "@/shell/say";
import { capsOf, formOf, pauses, same, type CapsForm as Fields } from "./form";
import { Moves } from "./Moves";
import classes from "./OwnCaps.module.css";

/** The fields, what a change of them would move, and the button that does it. */
export function CapsForm({ talentId, state }: { talentId: string; state: OwnCapsState }) {
  const held = formOf(state.caps);
  const [form, setForm] = useState(held);
  const caps = capsOf(form);
  const changed = !same(form, held);
  const asked = changed && caps !== undefined;
  const plan = useQuery({ ...capsPlanQuery(talentId, caps ?? {}), enabled: asked });
  const save = useSetCaps(talentId);
  const wrong = save.error ?? (asked ? plan.error : null);
  const refused = wrong instanceof ApiError ? wrong : undefined;
  const known = asked && plan.data && !plan.isFetching && !wrong ? plan.data : undefined;
  const fields = ["dailyCap", "pauseMinutes", "quietHours.from", "quietHours.until"];
  const elsewhere = wrong && !(refused && refused.fields.length > 0 && refused.besides(fields).length === 0);

  function set(part: Partial<Fields>) {
    save.reset();
    setForm({ ...form, ...part });
  }

  function again() {
    save.reset();
    void plan.refetch();
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (caps && known) save.mutate({ caps, digest: known.digest }, { onSuccess: () => say(t.caps.saved(known.moving)) });
      }}
    >
      <NumberInput
        size="md"
        label={t.caps.perDay}
        description={t.caps.perDayHint}
        min={1}
        max={100}
        clampBehavior="none"
        allowDecimal={false}
        allowNegative={false}
        value={form.dailyCap}
        onChange={(value) => set({ dailyCap: String(value) })}
        error={refused?.about("dailyCap")}
      />
      <NativeSelect
        size="md"
        label={t.caps.pause}
        value={form.pause}
        data={pauses(state.caps.pauseMinutes)}
        onChange={(event) => set({ pause: event.currentTarget.value })}
        error={refused?.about("pauseMinutes")}
      />
      <fieldset className={classes.quiet}>
        <legend>{t.caps.quiet}</legend>
        <p className={classes.hint}>{t.caps.quietHint(state.timeZone)}</p>
        <div className={classes.span}>
          <TextInput
            type="time"
            size="md"
            label={t.caps.from}
            value={form.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
            error={refused?.about("quietHours.from")}
          />
          <TextInput
            type="time"
            size="md"
            label={t.caps.until}
            value={form.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
            error={refused?.about("quietHours.until") ?? (caps ? undefined : t.caps.bothEnds)}
          />
          {(form.from || form.until) && (
            <Button type="button" variant="default" size="md" onClick={() => set({ from: "", until: "" })}>
              {t.caps.noQuiet}
            </Button>
          )}
        </div>
      </fieldset>
      <div role="status">{asked && (known ? <Moves plan={known} /> : !wrong && <p className={classes.hint}>{t.caps.looking}</p>)}</div>
      {elsewhere && (
        <div role="alert" className={classes.wrong}>
          <p>{explain(wrong)}</p>
          <Button type="button" variant="default" onClick={again}>
            {t.caps.again}
          </Button>
        </div>
      )}
      <Button type="submit" size="md" disabled={!known} loading={save.isPending}>
        {t.caps.save(known?.moving ?? 0)}
      </Button>
    </form>
  );
}
