import { Button } from "@mantine/core";
import { useState } from "react";
import { useEnd, usePause } from "@/api/series";
import type { Series } from "@/api/types";
import { t } from "@/messages";
import { say, sayError, sayWithUndo, unsay } from "@/shell/say";
import classes from "./SeriesList.module.css";
import { SeriesSheet } from "./SeriesSheet";

const LONGEST = 60;

/** What may be done with a series: nothing where it is declared in YAML, but for a pause. */
export function SeriesActions({ series }: { series: Series }) {
  const pause = usePause();
  const end = useEnd();
  const [changing, setChanging] = useState(false);
  const paused = Boolean(series.pausedBy);
  const called = nameOf(series);
  const undo = `undo ${series.id}`;

  const goOn = () =>
    pause.mutate(
      { id: series.id, goesOn: true },
      {
        onSuccess: () => {
          unsay(undo);
          say(t.series.goesOn(called));
        },
        onError: sayError,
      },
    );
  const hold = () =>
    pause.mutate(
      { id: series.id, goesOn: false },
      { onSuccess: () => sayWithUndo(undo, t.series.isPaused(called), goOn), onError: sayError },
    );
  const keep = () =>
    end.mutate(
      { id: series.id, goesOn: true },
      {
        onSuccess: () => {
          unsay(undo);
          say(t.series.goesOn(called));
        },
        onError: sayError,
      },
    );
  const stop = () =>
    end.mutate(
      { id: series.id, goesOn: false },
      { onSuccess: () => sayWithUndo(undo, t.series.isEnding(called), keep), onError: sayError },
    );

  if (series.endsAt)
    return series.mayChange ? (
      <div className={classes.actions}>
        <Button variant="default" size="md" loading={end.isPending} aria-label={`${t.series.goOn}: ${called}`} onClick={keep}>
          {t.series.goOn}
        </Button>
      </div>
    ) : null;
  return (
    <div className={classes.actions}>
      {series.mayPause && (
        <Button
          variant="default"
          size="md"
          loading={pause.isPending}
          aria-label={`${paused ? t.series.goOn : t.series.pause}: ${called}`}
          onClick={paused ? goOn : hold}
        >
          {paused ? t.series.goOn : t.series.pause}
        </Button>
      )}
      {series.mayChange && !series.ended && (
        <Button variant="default" size="md" aria-label={`${t.series.changeThis}: ${called}`} onClick={() => setChanging(true)}>
          {t.series.changeThis}
        </Button>
      )}
      {series.mayChange && (
        <Button variant="default" size="md" color="red" loading={end.isPending} aria-label={`${t.series.end}: ${called}`} onClick={stop}>
          {t.series.end}
        </Button>
      )}
      {changing && <SeriesSheet series={series} onClose={() => setChanging(false)} />}
    </div>
  );
}

/** The name in its file, or its first words. */
function nameOf(series: Series): string {
  const words = series.text || series.name;
  if (series.declaredIn) return series.name;
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words;
}
