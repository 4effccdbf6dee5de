import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { IconChevronLeft } from "@tabler/icons-react";
import { talentQuery } from "@/api/queries";
import { t } from "@/messages";
import { Avatar } from "@/preview/Avatar";
import { OwnCaps } from "@/caps/OwnCaps";
import { Consents } from "@/consent/Consents";
import { Profile } from "@/profile/Profile";
import { Trouble } from "@/shell/Trouble";
import { useTitle } from "@/shell/useTitle";
import { HoldButton } from "@/stop/HoldButton";
import { Tone } from "@/table/Tone";
import { TalentQueue } from "./TalentQueue";
import classes from "./Talent.module.css";

/** One talent: who they are, and what is under way for them. */
export default function Talent() {
  const { id } = useParams({ from: "/signed-in/dashboard/talents/$id" });
  const { data, error, refetch } = useQuery(talentQuery(id));
  useTitle(data?.displayName ?? t.talents.title);
  const stopped = data && t.talents.stopped[data.stopPolicy];
  return (
    <>
      <Link to="/talents" className={classes.back}>
        <IconChevronLeft size={16} aria-hidden="true" />
        {t.talents.title}
      </Link>
      {error && !data ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={480} radius="md" />
      ) : (
        <>
          <div className={classes.head}>
            <Avatar name={data.displayName} url={data.avatarUrl} size={56} />
            <div>
              <h1>{data.displayName}</h1>
              <p>{t.profile.leadOf(data.displayName)}</p>
            </div>
            <div className={classes.act}>
              <HoldButton what={t.stop.postsOf(data.displayName)} talentId={data.id} />
            </div>
          </div>
          {(stopped || data.needsCare.length > 0) && (
            <div className={classes.status}>
              {stopped && <Tone level="amber">{stopped}</Tone>}
              {data.needsCare.map((sentence) => (
                <Tone key={sentence} level="red">
                  {sentence}
                </Tone>
              ))}
            </div>
          )}
          <div className={classes.columns}>
            <section aria-label={t.profile.title}>
              <h2>{t.profile.title}</h2>
              <Profile talent={data} />
              <OwnCaps talentId={data.id} name={data.displayName} />
              <Consents talentId={data.id} name={data.displayName} />
            </section>
            <section aria-label={t.talents.queue}>
              <h2>{t.talents.queue}</h2>
              <TalentQueue talent={data} />
            </section>
          </div>
        </>
      )}
    </>
  );
}
