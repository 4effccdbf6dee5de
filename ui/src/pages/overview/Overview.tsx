import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { overviewQuery } from "@/api/queries";
import type { Overview as Figures } from "@/api/types";
import { t } from "@/messages";
import { Trouble } from "@/shell/Trouble";
import { useTalent } from "@/shell/useTalent";
import { useTitle } from "@/shell/useTitle";
import { HoldButton } from "@/stop/HoldButton";
import type { Pile } from "@/state/piles";
import { Waiting } from "@/table/Waiting";
import { CareList } from "./CareList";
import classes from "./Overview.module.css";
import { NextList } from "./NextList";

type Counted = "waiting" | "goingOutToday" | "publishedToday" | "failed" | "unknown" | "blocked";

const counts: [Counted, string, Pile, string][] = [
  ["waiting", t.overview.waiting, "waiting", "amber"],
  ["goingOutToday", t.overview.goingOut, "going-out", "blue"],
  ["publishedToday", t.overview.published, "live", "green"],
  ["failed", t.overview.failed, "care", "red"],
  ["unknown", t.overview.unknown, "care", "amber"],
  ["blocked", t.overview.blocked, "care", "red"],
];

/** How the agency stands: what waits, what goes out, what needs somebody. */
export default function Overview() {
  const talent = useTalent();
  const { data, error, refetch } = useQuery(overviewQuery(talent?.id));
  useTitle(t.overview.title);
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={classes.head}>
        <h1 className={classes.title}>{talent?.displayName ?? t.overview.title}</h1>
        <HoldButton what={talent ? t.stop.postsOf(talent.displayName) : t.stop.allPosts} talentId={talent?.id} />
      </div>
      <Counts figures={data} />
      <div className={classes.columns}>
        <section aria-labelledby="care">
          <h2 id="care">{t.overview.care}</h2>
          {data ? <CareList care={data.care} /> : <Waiting rows={3} height={56} />}
        </section>
        <section aria-labelledby="next">
          <h2 id="next">{t.overview.next}</h2>
          {data ? <NextList variants={data.next} /> : <Waiting rows={3} height={56} />}
        </section>
      </div>
    </>
  );
}

function Counts({ figures }: { figures?: Figures }) {
  return (
    <ul className={classes.counts}>
      {counts.map(([key, name, pile, tone]) => {
        const n = figures?.[key];
        return (
          <li key={key}>
            <Link to="/queue" search={{ show: pile }} className={classes.count} data-tone={n ? tone : undefined}>
              <span className={classes.n}>{n ?? "–"}</span>
              <span className={classes.name}>{name}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
