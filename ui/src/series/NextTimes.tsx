import { Skeleton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { explain } from "@/api/problem";
import { seriesPreviewQuery } from "@/api/series";
import type { SeriesPreviewWish } from "@/api/types";
import { t } from "@/messages";
import form from "@/post/Post.module.css";
import { exact } from "@/time/words";
import { formatter } from "@/time/zones";
import classes from "./SeriesSheet.module.css";

const PAUSE_MS = 250;

/** The next five times as the server computes them; `missing` says what it still needs. */
export function NextTimes({ wish, missing, name }: { wish?: SeriesPreviewWish; missing?: string; name: string }) {
  // Not with every letter that is typed.
  const [asked] = useDebouncedValue(wish, PAUSE_MS);
  const { data, error, isPending } = useQuery({ ...seriesPreviewQuery(asked ?? { talentId: "" }), enabled: Boolean(wish && asked) });
  return (
    <section className={classes.next} aria-labelledby="series-next" aria-live="polite">
      <h3 id="series-next">{t.series.nextTimes}</h3>
      {!wish ? (
        <p className={form.hint}>{missing}</p>
      ) : error ? (
        <p className={form.error}>{explain(error)}</p>
      ) : isPending || !data ? (
        <Skeleton height={120} />
      ) : (
        <>
          <p className={form.hint}>{t.move.zone(data.timeZone, name)}</p>
          <ol>
            {data.times.map(({ at, offset, note }) => (
              <li key={at}>
                <time dateTime={at} title={exact(at, data.timeZone)}>
                  {day(at, data.timeZone)}
                </time>{" "}
                <span className={classes.offset}>{t.series.offset(offset)}</span>
                {note && <span className={classes.note}>{note}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function day(at: string, zone: string): string {
  return formatter(zone, { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(
    new Date(at),
  );
}
