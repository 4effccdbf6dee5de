import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { accountsQuery } from "@/api/queries";
import type { Account } from "@/api/types";
import { t } from "@/messages";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { useTalent } from "@/shell/useTalent";
import { HoldButton } from "@/stop/HoldButton";
import { ListPage } from "@/table/ListPage";
import { Tone, type Level } from "@/table/Tone";
import table from "@/table/Table.module.css";
import { When } from "@/time/When";
import { slotWords } from "./slots";

export default function Accounts() {
  const talent = useTalent();
  const words = t.accounts;
  return (
    <ListPage
      title={words.title}
      asked={useQuery(accountsQuery(talent?.id))}
      columns={[words.account, words.talent, words.health, words.slots, words.next, words.limits, words.act]}
      empty={words.empty}
      row={(account) => <Row key={account.id} account={account} />}
    />
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
              {networkName(account.platform)}, {t.accounts.channels[account.channel] ?? account.channel}
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
      <td data-label={t.accounts.limits} className={`${table.soft} ${table.small}`}>
        <span className={table.stack}>
          {account.rules.filter(shown).map((rule) => (
            <span key={rule.rule}>
              {rule.words} ({rule.source})
            </span>
          ))}
          <span>{t.accounts.characters(account.limits.maxChars)}</span>
        </span>
      </td>
      <td data-label={t.accounts.act}>
        <HoldButton what={`${account.handle} on ${networkName(account.platform)}`} accountId={account.id} size="compact-sm" />
      </td>
    </tr>
  );
}

/** The cap and the cooldown always; what else there is where somebody said so. */
function shown(rule: Account["rules"][number]) {
  return rule.rule === "daily_cap" || rule.rule === "cooldown" || (rule.source !== "default" && rule.rule !== "slots");
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
