import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconCpu, IconRobot, IconSettingsAutomation, IconUser, type Icon } from "@tabler/icons-react";
import { activityQuery } from "@/api/queries";
import type { Activity } from "@/api/types";
import { t } from "@/messages";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { useTalent } from "@/shell/useTalent";
import { useTitle } from "@/shell/useTitle";
import { Waiting } from "@/table/Waiting";
import table from "@/table/Table.module.css";
import { useNow } from "@/time/useNow";
import { When } from "@/time/When";
import classes from "./Activity.module.css";
import { daysOf, viewerZone } from "./days";

const signs: Record<Activity["actor"]["kind"], Icon> = {
  user: IconUser,
  operator: IconSettingsAutomation,
  worker: IconCpu,
  agent: IconRobot,
};

/** Who did what, the newest first. */
export default function ActivityPage() {
  useTitle(t.activity.title);
  return (
    <>
      <div className={table.head}>
        <h1>{t.activity.title}</h1>
      </div>
      <List />
    </>
  );
}

function List() {
  const talent = useTalent();
  const now = useNow();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(activityQuery(talent?.id));
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={8} />;
  const all = data.pages.flatMap((page) => page.items);
  if (all.length === 0) return <Place title={t.activity.empty} />;
  return (
    <>
      {daysOf(all, now).map(({ name, acts }) => (
        <section key={name} className={classes.day} aria-label={name}>
          <h2>{name}</h2>
          <ol className={table.frame}>
            {acts.map((act) => (
              <Row key={act.id} activity={act} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && (
        <div className={table.more}>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.queue.more}
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ activity }: { activity: Activity }) {
  const Sign = signs[activity.actor.kind] ?? IconCpu;
  return (
    <li className={classes.row}>
      <Sign size={16} stroke={1.6} aria-label={t.activity.by[activity.actor.kind]} />
      <span className={classes.sentence}>
        <Sentence activity={activity} />
      </span>
      <span className={classes.at}>
        <When at={activity.at} zone={activity.talent?.timeZone ?? viewerZone} />
      </span>
    </li>
  );
}

function Sentence({ activity: { sentence, subject, talent, actor } }: { activity: Activity }) {
  const said = sentence.startsWith(actor.name) ? (
    <>
      <strong>{actor.name}</strong>
      {sentence.slice(actor.name.length)}
    </>
  ) : (
    sentence
  );
  if (subject.kind === "variant") {
    return (
      <Link to="/queue" search={{ post: subject.id }}>
        {said}
      </Link>
    );
  }
  if (subject.kind === "talent" && talent) {
    return (
      <Link to="/talents/$id" params={{ id: talent.id }}>
        {said}
      </Link>
    );
  }
  return said;
}
