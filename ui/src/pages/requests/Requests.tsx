import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { requestsQuery } from "@/api/queries";
import type { PostRequest } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { useTalent } from "@/shell/useTalent";
import { useTitle } from "@/shell/useTitle";
import { Stage } from "@/state/Stage";
import { Waiting } from "@/table/Waiting";
import table from "@/table/Table.module.css";
import { When } from "@/time/When";
import classes from "./Requests.module.css";

export default function Requests() {
  useTitle(t.requests.title);
  return (
    <>
      <div className={table.head}>
        <h1>{t.requests.title}</h1>
      </div>
      <List />
    </>
  );
}

function List() {
  const talent = useTalent();
  const { data, error, refetch } = useQuery(requestsQuery(talent?.id));
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={5} height={56} />;
  if (data.length === 0) return <Place title={t.requests.empty} />;
  return (
    <div className={table.frame}>
      <table className={table.table}>
        <thead>
          <tr>
            {[t.requests.what, t.accounts.talent, t.requests.where, t.requests.stage, t.requests.asked].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ request }: { request: PostRequest }) {
  return (
    <tr>
      <td>
        <span className={table.stack}>
          <span className={classes.text}>{request.text}</span>
          <span className={`${table.soft} ${table.small}`}>
            {t.requests.sources[request.source] ?? request.source}
            {request.name && `, ${request.name}`}
          </span>
        </span>
      </td>
      <td data-label={t.accounts.talent} className={classes.nowrap}>
        <Link to="/talents/$id" params={{ id: request.talent.id }}>
          {request.talent.displayName}
        </Link>
      </td>
      <td data-label={t.requests.where}>
        {request.accounts.length === 0 ? (
          <span className={table.soft}>{t.requests.everywhere}</span>
        ) : (
          <span className={table.networks}>
            {request.accounts.map((account) => (
              <span key={account.id} title={`${networkName(account.platform)}: ${account.handle}`}>
                <NetworkIcon platform={account.platform} />
                <span className="unseen">{networkName(account.platform)}</span>
              </span>
            ))}
          </span>
        )}
      </td>
      <td data-label={t.requests.stage}>
        <span className={table.stack}>
          <Stage stage={request.stage} />
          {request.message && <span className={classes.message}>{request.message}</span>}
        </span>
      </td>
      <td data-label={t.requests.asked} className={`${table.soft} ${classes.nowrap}`}>
        <When at={request.createdAt} zone={request.talent.timeZone} />
      </td>
    </tr>
  );
}
