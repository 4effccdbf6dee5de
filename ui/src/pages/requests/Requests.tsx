import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { requestsQuery } from "@/api/queries";
import type { PostRequest } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { SeriesList } from "@/series/SeriesList";
import { useTalent } from "@/shell/useTalent";
import { Stage } from "@/state/Stage";
import { ListPage } from "@/table/ListPage";
import table from "@/table/Table.module.css";
import { When } from "@/time/When";
import classes from "./Requests.module.css";

export default function Requests() {
  const talent = useTalent();
  const words = t.requests;
  return (
    <>
      <ListPage
        title={words.title}
        asked={useQuery(requestsQuery(talent?.id))}
        columns={[words.what, t.accounts.talent, words.where, words.stage, words.asked]}
        empty={words.empty}
        row={(request) => <Row key={request.id} request={request} />}
      />
      <SeriesList talentId={talent?.id} names={!talent} />
    </>
  );
}

/** Where the cluster's name says more than the source alone. */
const named = ["gitops", "recurrence", "evergreen"];

function Row({ request }: { request: PostRequest }) {
  return (
    <tr>
      <td>
        <span className={table.stack}>
          <span className={classes.text}>{request.text || t.requests.ownIdea}</span>
          <span className={`${table.soft} ${table.small}`}>
            {t.requests.sources[request.source] ?? request.source}
            {named.includes(request.source) && request.name && `, ${request.name}`}
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
