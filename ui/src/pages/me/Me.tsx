import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { talentQuery } from "@/api/queries";
import { t } from "@/messages";
import { Avatar } from "@/preview/Avatar";
import { signOut } from "@/shell/signOut";
import { Trouble } from "@/shell/Trouble";
import { useSession } from "@/shell/useSession";
import { useTitle } from "@/shell/useTitle";
import { OwnCaps } from "@/caps/OwnCaps";
import { Consents } from "@/consent/Consents";
import { Profile } from "@/profile/Profile";
import { SeriesList } from "@/series/SeriesList";
import classes from "./Me.module.css";

/** The talent's own profile, to read. */
export default function Me() {
  const { user, talent } = useSession();
  const { data, error, refetch } = useQuery({ ...talentQuery(talent?.id ?? ""), enabled: Boolean(talent) });
  useTitle(t.profile.title);

  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className={classes.head}>
        <Avatar name={talent?.displayName ?? user.displayName} url={data?.avatarUrl} size={64} />
        <div>
          <h1>{talent?.displayName}</h1>
          <p>{t.profile.lead}</p>
        </div>
      </div>
      {data ? <Profile talent={data} /> : <Skeleton height={480} radius="md" />}
      {talent && <OwnCaps talentId={talent.id} />}
      {talent && <SeriesList talentId={talent.id} />}
      {talent && <Consents talentId={talent.id} />}
      <div className={classes.out}>
        <span>
          {t.profile.signedIn} {user.email}
        </span>
        <Button variant="default" size="md" onClick={() => void signOut()}>
          {t.nav.signOut}
        </Button>
      </div>
    </>
  );
}
