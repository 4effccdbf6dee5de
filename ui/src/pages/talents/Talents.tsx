import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { talentsQuery } from "@/api/queries";
import type { Talent } from "@/api/types";
import { t } from "@/messages";
import { Avatar } from "@/preview/Avatar";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { useTalent } from "@/shell/useTalent";
import { useTitle } from "@/shell/useTitle";
import { Tone } from "@/table/Tone";
import { Waiting } from "@/table/Waiting";
import table from "@/table/Table.module.css";
import { When } from "@/time/When";

export default function Talents() {
  useTitle(t.talents.title);
  return (
    <>
      <div className={table.head}>
        <h1>{t.talents.title}</h1>
      </div>
      <List />
    </>
  );
}

function List() {
  const only = useTalent();
  const { data, error, refetch } = useQuery(talentsQuery);
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={56} />;
  if (data.length === 0) return <Place title={t.talents.empty} />;
  return (
    <div className={table.frame}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t.talents.name}</th>
            <th scope="col">{t.talents.accounts}</th>
            <th scope="col" className={table.number}>
              {t.talents.waiting}
            </th>
            <th scope="col" className={table.number}>
              {t.talents.scheduled}
            </th>
            <th scope="col">{t.talents.next}</th>
            <th scope="col">{t.talents.status}</th>
          </tr>
        </thead>
        <tbody>
          {data
            .filter((talent) => !only || talent.id === only.id)
            .map((talent) => (
              <Row key={talent.id} talent={talent} />
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ talent }: { talent: Talent }) {
  return (
    <tr data-goes>
      <td>
        <span className={table.who}>
          <Avatar name={talent.displayName} url={talent.avatarUrl} size={32} />
          <span className={table.stack}>
            <Link to="/talents/$id" params={{ id: talent.id }} className={table.stretched}>
              {talent.displayName}
            </Link>
            <span className={`${table.soft} ${table.small}`}>{talent.timeZone.replaceAll("_", " ")}</span>
          </span>
        </span>
      </td>
      <td data-label={t.talents.accounts}>
        <span className={table.networks}>
          {talent.accounts.map((account) => (
            <span key={account.id} title={`${networkName(account.platform)}: ${account.handle}`}>
              <NetworkIcon platform={account.platform} />
              <span className="unseen">{networkName(account.platform)}</span>
            </span>
          ))}
        </span>
      </td>
      <td data-label={t.talents.waiting} className={table.number}>
        {talent.waiting}
      </td>
      <td data-label={t.talents.scheduled} className={table.number}>
        {talent.scheduled}
      </td>
      <td data-label={t.talents.next} className={table.soft}>
        {talent.nextGoesOutAt ? <When at={talent.nextGoesOutAt} zone={talent.timeZone} /> : "–"}
      </td>
      <td data-label={t.talents.status}>
        <Status talent={talent} />
      </td>
    </tr>
  );
}

function Status({ talent }: { talent: Talent }) {
  if (talent.needsCare.length > 0) return <Tone level="red">{talent.needsCare.join(" ")}</Tone>;
  const stopped = t.talents.stopped[talent.stopPolicy];
  if (stopped) return <Tone level="amber">{stopped}</Tone>;
  return <Tone level="green">{t.talents.fine}</Tone>;
}
