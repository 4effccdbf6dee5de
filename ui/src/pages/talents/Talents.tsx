import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { talentsQuery } from "@/api/queries";
import type { Talent } from "@/api/types";
import { t } from "@/messages";
import { Avatar } from "@/preview/Avatar";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { useTalent } from "@/shell/useTalent";
import { ListPage } from "@/table/ListPage";
import { Tone } from "@/table/Tone";
import table from "@/table/Table.module.css";
import { When } from "@/time/When";

export default function Talents() {
  const only = useTalent();
  const { data, error, refetch } = useQuery(talentsQuery);
  const words = t.talents;
  return (
    <ListPage
      title={words.title}
      asked={{ data: data?.filter((talent) => !only || talent.id === only.id), error, refetch }}
      columns={[words.name, words.accounts, { number: words.waiting }, { number: words.scheduled }, words.next, words.status]}
      empty={words.empty}
      row={(talent) => <Row key={talent.id} talent={talent} />}
    />
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
