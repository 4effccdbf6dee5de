import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { seriesQuery, usePause } from "@/api/series";
import type { Series } from "@/api/types";
import { t } from "@/messages";
import { say, sayError } from "@/shell/say";
import { When } from "@/time/When";
import { rhythm } from "./rhythm";
import classes from "./SeriesList.module.css";

/** What is said again and again, with its next time; nothing where there is none. */
export function SeriesList({ talentId, names }: { talentId?: string; names?: boolean }) {
  const { data } = useQuery(seriesQuery(talentId));
  if (!data || data.length === 0) return null;
  return (
    <section className={classes.series} aria-labelledby="series">
      <h2 id="series">{t.series.title}</h2>
      <p className={classes.lead}>{t.series.lead}</p>
      <ul>
        {data.map((one) => (
          <Row key={one.id} series={one} named={Boolean(names)} />
        ))}
      </ul>
    </section>
  );
}

function Row({ series, named }: { series: Series; named: boolean }) {
  const pause = usePause();
  const paused = Boolean(series.pausedBy);
  const decide = () =>
    pause.mutate(
      { id: series.id, goesOn: paused },
      { onSuccess: () => say(paused ? t.series.goesOn(series.name) : t.series.isPaused(series.name)), onError: sayError },
    );
  return (
    <li className={classes.one}>
      <div>
        <span className={classes.text}>{series.text || series.name}</span>
        <span className={classes.facts}>
          {named && `${series.talent.displayName} · `}
          {howOften(series)} · {series.name}
        </span>
        <span className={classes.facts}>
          {series.nextAt && !paused ? (
            <>
              {t.series.next} <When at={series.nextAt} zone={series.talent.timeZone} />
            </>
          ) : paused && series.pausedBy ? (
            t.series.pausedBy(series.pausedBy)
          ) : (
            series.sentence
          )}
        </span>
      </div>
      {series.mayPause && (
        <Button
          variant="default"
          size="md"
          loading={pause.isPending}
          aria-label={`${paused ? t.series.goOn : t.series.pause}: ${series.name}`}
          onClick={decide}
        >
          {paused ? t.series.goOn : t.series.pause}
        </Button>
      )}
    </li>
  );
}

function howOften(series: Series): string {
  return series.kind === "evergreen" && series.intervalDays && series.maximum
    ? t.series.evergreen(series.intervalDays, series.maximum)
    : rhythm(series.rule ?? "");
}
