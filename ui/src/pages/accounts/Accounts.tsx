import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { accountsQuery } from "@/api/queries";
import type { Account } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { useTalent } from "@/shell/useTalent";
import { useTitle } from "@/shell/useTitle";
import { Tone, type Level } from "@/table/Tone";
import { Waiting } from "@/table/Waiting";
import table from "@/table/Table.module.css";
import { When } from "@/time/When";
import { slotWords } from "./slots";

export default function Accounts() {
  useTitle(t.accounts.title);
  return (
    <>
      <div className={table.head}>
        <h1>{t.accounts.title}</h1>
      </div>
      <List />
    </>
  );
}

function List() {
  const talent = useTalent();
  const { data, error, refetch } = useQuery(accountsQuery(talent?.id));
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={5} height={56} />;
  if (data.length === 0) return <Place title={t.accounts.empty} />;
  return (
    <div className={table.frame}>
      <table className={table.table}>
        <thead>
          <tr>
            {[t.accounts.account, t.accounts.talent, t.accounts.health, t.accounts.slots, t.accounts.next, t.accounts.limits].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((account) => (
            <Row key={account.id} account={account} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ account }: { account: Account }) {
  return (
    <tr>
      <td>
        <span className={table.who}>
          <NetworkIcon platform={account.platform} size={22} />
          <span className={table.stack}>
            <strong>{account.handle}</strong>
            <span className={`${table.soft} ${table.small}`}>
              {networkName(account.platform)}, {account.channel}
            </span>
          </span>
        </span>
      </td>
      <td data-label={t.accounts.talent} className={table.nowrap}>
        <Link to="/talents/$id" params={{ id: account.talent.id }}>
          {account.talent.displayName}
        </Link>
      </td>
      <td data-label={t.accounts.health}>
        <Health account={account} />
      </td>
      <td data-label={t.accounts.slots} className={`${table.soft} ${table.small}`}>
        {slotWords(account.slots)}
      </td>
      <td data-label={t.accounts.next} className={`${table.soft} ${table.nowrap}`}>
        {account.nextSlot ? <When at={account.nextSlot} zone={account.talent.timeZone} /> : "–"}
      </td>
      <td data-label={t.accounts.limits} className={`${table.soft} ${table.small} ${table.nowrap}`}>
        <span className={table.stack}>
          <span>
            {t.accounts.perDay(account.dailyCap)}, {t.accounts.minutesApart(account.cooldownMinutes)}
          </span>
          <span>{t.accounts.characters(account.limits.maxChars)}</span>
        </span>
      </td>
    </tr>
  );
}

const levels: Record<Account["health"], Level> = { ok: "green", soft_block: "amber", hard_block: "red", unknown: "soft" };

function Health({ account }: { account: Account }) {
  const lost = !account.connected && account.health !== "hard_block";
  return (
    <Tone level={lost ? "red" : levels[account.health]}>
      {account.healthMessage || (lost ? t.accounts.notConnected : t.accounts[account.health])}
    </Tone>
  );
}
