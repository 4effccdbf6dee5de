import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { seriesQuery } from "@/api/series";
import type { Series } from "@/api/types";
import { t } from "@/messages";
import { When } from "@/time/When";
import { rhythm } from "./rhythm";
import { SeriesActions } from "./SeriesActions";
import classes from "./SeriesList.module.css";
import { SeriesSheet } from "./SeriesSheet";

/** What is said again and again, with its next time, and the way to make more of it. */
export function SeriesList({ talentId, names }: { talentId?: string; names?: boolean }) {
  const { data } = useQuery(seriesQuery(talentId));
  const [making, setMaking] = useState(false);
  if (!data || (data.items.length === 0 && !data.mayMake)) return null;
  return (
    <section className={classes.series} aria-labelledby="series">
      <div className={classes.head}>
        <h2 id="series">{t.series.title}</h2>
        {data.mayMake && (
          <Button size="md" leftSection={<IconPlus size={16} stroke={1.6} aria-hidden="true" />} onClick={() => setMaking(true)}>
            {t.series.make}
          </Button>
        )}
      </div>
      <p className={classes.lead}>{data.items.length === 0 ? t.series.empty : t.series.lead}</p>
      <ul>
        {data.items.map((one) => (
          <Row key={one.id} series={one} named={Boolean(names)} />
        ))}
      </ul>
      {making && <SeriesSheet talentId={talentId} onClose={() => setMaking(false)} />}
    </section>
  );
}

function Row({ series, named }: { series: Series; named: boolean }) {
  return (
    <li className={classes.one}>
      <div>
        <span className={classes.text}>{series.text || series.name}</span>
        <span className={classes.facts}>
          {named && `${series.talent.displayName} · `}
          {howOften(series)}
        </span>
        <span className={classes.facts}>
          <Outlook series={series} />
        </span>
        {series.refusal && <span className={classes.refusal}>{series.refusal}</span>}
        {series.declaredIn && <span className={classes.facts}>{t.series.declared(series.name, series.declaredIn)}</span>}
      </div>
      <SeriesActions series={series} />
    </li>
  );
}

function Outlook({ series }: { series: Series }) {
  if (series.endsAt) return <>{t.series.ending}</>;
  if (series.pausedBy) return <>{t.series.pausedBy(series.pausedBy)}</>;
  if (series.nextAt)
    return (
      <>
        {t.series.next} <When at={series.nextAt} zone={series.talent.timeZone} />
      </>
    );
  return <>{series.sentence ?? (series.refusal ? "" : t.series.begins)}</>;
}

function howOften(series: Series): string {
  return series.kind === "evergreen" && series.intervalDays && series.maximum
    ? t.series.evergreen(series.intervalDays, series.maximum)
    : rhythm(series.rule ?? "");
}
