import { Button, NumberInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explain } from "@/api/problem";
import { spacingQuery, useAcceptSpacing } from "@/api/spacing";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import form from "@/post/Post.module.css";
import { Sheet } from "@/post/Sheet";
import { say } from "@/shell/say";
import { Waiting } from "@/table/Waiting";
import { useNow } from "@/time/useNow";
import { wallTime } from "@/time/zones";
import { PlanTable } from "./PlanTable";
import classes from "./Spacing.module.css";

interface Props {
  /** In the order in which they shall go out. */
  variants: Variant[];
  onClose: () => void;
  onMoved: () => void;
}

const most = 60;

/** Spreads the chosen posts over some days: shows the plan, and moves them when it is accepted. */
export function SpaceSheet({ variants, onClose, onMoved }: Props) {
  const now = useNow();
  // The list goes on living behind the sheet; what the plan is about doesn't change under the reader's eyes.
  const [ids] = useState(() => variants.map((variant) => variant.id));
  const [from, setFrom] = useState(() => wallTime(new Date(now), variants[0]?.talent.timeZone ?? "UTC").date);
  const [days, setDays] = useState<number | string>(7);
  const count = Number(days);
  const complete = /^\d{4}-\d\d-\d\d$/.test(from) && Number.isInteger(count) && count >= 1 && count <= most;
  const plan = useQuery({ ...spacingQuery({ variants: ids, from, days: count }), enabled: complete });
  const accept = useAcceptSpacing();
  const moving = complete ? (plan.data?.moving ?? 0) : 0;
  const wrong = accept.error ?? plan.error;

  function submit() {
    if (!plan.data || moving === 0) return;
    accept.mutate(plan.data, {
      onSuccess: ({ moved }) => {
        say(t.space.done(moved));
        onMoved();
        onClose();
      },
    });
  }

  function again() {
    accept.reset();
    void plan.refetch();
  }

  return (
    <Sheet opened wide onClose={onClose} title={t.space.title(ids.length)}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={form.lead}>{t.space.lead}</p>
        <div className={classes.wish}>
          <TextInput type="date" size="md" label={t.space.from} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <NumberInput size="md" label={t.space.days} min={1} max={most} allowDecimal={false} value={days} onChange={setDays} />
        </div>
        {!complete ? (
          <p className={form.hint}>{t.space.daysMissing}</p>
        ) : plan.data ? (
          <PlanTable plan={plan.data} />
        ) : (
          plan.isPending && <Waiting rows={ids.length} height={60} />
        )}
        {wrong && complete && (
          <div role="alert" className={classes.wrong}>
            <p className={form.error}>{explain(wrong)}</p>
            <Button type="button" variant="default" onClick={again}>
              {t.space.again}
            </Button>
          </div>
        )}
        <div className={form.formEnd}>
          <Button type="button" variant="default" size="md" onClick={onClose}>
            {t.act.keep}
          </Button>
          <Button type="submit" size="md" disabled={moving === 0 || plan.isFetching || wrong !== null} loading={accept.isPending}>
            {t.space.submit(moving)}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
