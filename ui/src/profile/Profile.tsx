import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { accountsQuery } from "@/api/queries";
import type { TalentDetail } from "@/api/types";
import { t } from "@/messages";
import { NetworkName, networkName } from "@/preview/NetworkName";
import classes from "./Profile.module.css";

/** What everything written in a talent's name is based on. */
export function Profile({ talent }: { talent: TalentDetail }) {
  const { profile, policy } = talent;
  return (
    <dl className={classes.profile}>
      <Part name={t.profile.bio}>{profile.bio && <p className={classes.own}>{profile.bio}</p>}</Part>
      <Part name={t.profile.personality}>{profile.personality && <p>{profile.personality}</p>}</Part>
      <Part name={t.profile.audience}>{profile.audience && <p>{profile.audience}</p>}</Part>
      <Part name={t.profile.tone}>
        <Lines lines={profile.toneExamples} own />
      </Part>
      <Part name={t.profile.neverSay}>
        <Pills words={profile.neverSay} tone="red" />
      </Part>
      <Part name={t.profile.pillars}>
        <Pills words={profile.pillars} tone="green" />
      </Part>
      <Part name={t.profile.goals}>
        <Lines lines={profile.goals} />
      </Part>
      <Part name={t.profile.stories}>
        <Lines lines={profile.stories} />
      </Part>
      <Part name={t.profile.hashtags}>
        <Pills words={profile.hashtags} tone="blue" />
      </Part>
      <Part name={t.profile.accounts}>
        {talent.accounts.length > 0 && (
          <ul className={classes.lines}>
            {talent.accounts.map((account) => (
              <li key={account.id} className={classes.account}>
                <NetworkName platform={account.platform} /> <span>{account.handle}</span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part name={t.profile.policy}>
        {policy.dailyCap != null && <p>{t.profile.cap(policy.dailyCap)}</p>}
        <Caps talent={talent.id} />
        <p>
          {t.profile.zone}: {talent.timeZone.replaceAll("_", " ")}
        </p>
        {policy.blackouts?.length ? (
          <p>
            {t.profile.blackouts}: {policy.blackouts.join(", ")}
          </p>
        ) : null}
      </Part>
    </dl>
  );
}

const caps = new Set(["daily_cap", "cooldown", "repeats"]);

/** How much each account posts at most, to read: the agency sets it. */
function Caps({ talent }: { talent: string }) {
  const accounts = useQuery(accountsQuery(talent)).data ?? [];
  return accounts.map((account) => (
    <p key={account.id}>
      {t.profile.accountRules(
        networkName(account.platform),
        account.handle,
        account.rules.filter(({ rule }) => caps.has(rule)).map(({ words }) => words),
      )}
    </p>
  ));
}

/** A part that nobody has filled in isn't shown. */
function Part({ name, children }: { name: string; children: ReactNode }) {
  return children ? (
    <div className={classes.part}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}

function Lines({ lines, own = false }: { lines?: string[] | null; own?: boolean }) {
  if (!lines?.length) return <p className={classes.none}>{t.profile.nothing}</p>;
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line} className={own ? classes.own : undefined}>
          {line}
        </li>
      ))}
    </ul>
  );
}

function Pills({ words, tone }: { words?: string[] | null; tone: string }) {
  if (!words?.length) return <p className={classes.none}>{t.profile.nothing}</p>;
  return (
    <ul className={classes.pills}>
      {words.map((word) => (
        <li key={word} data-tone={tone}>
          {word}
        </li>
      ))}
    </ul>
  );
}
