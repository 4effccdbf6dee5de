import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { consentsQuery, useAllow, useRevoke } from "@/api/consents";
import type { NewStandingApproval } from "@/api/types";
import { t } from "@/messages";
import { say, sayError } from "@/shell/say";
import classes from "./Consents.module.css";

/** What the talent lastingly allows: nothing until they say so here, and it ends when they say so. */
export function Consents({ talentId, name }: { talentId: string; name?: string }) {
  const { data } = useQuery(consentsQuery(talentId));
  const revoke = useRevoke(talentId);
  if (!data) return null;
  return (
    <section className={classes.consents} aria-labelledby="consents">
      <h2 id="consents">{t.consent.title}</h2>
      <p className={classes.lead}>{data.items.length === 0 ? (name ? t.consent.noneOf(name) : t.consent.none) : t.consent.some}</p>
      {data.items.map((one) => (
        <div key={one.id} className={classes.given}>
          <span>{one.sentence}</span>
          {data.mayGive && (
            <Button
              variant="default"
              size="md"
              aria-label={t.consent.revokeThis(one.sentence)}
              loading={revoke.isPending}
              onClick={() => revoke.mutate(one.id, { onSuccess: () => say(t.consent.revoked), onError: sayError })}
            >
              {t.consent.revoke}
            </Button>
          )}
        </div>
      ))}
      {data.mayGive && (
        <>
          <Choose
            talentId={talentId}
            label={t.consent.person}
            hint={t.consent.personHint}
            choices={data.operators
              .filter((person) => !data.items.some((one) => one.user?.id === person.id))
              .map((person) => ({ value: person.id, label: person.displayName }))}
            wish={(userId) => ({ kind: "operator_override", userId })}
          />
          <Choose
            talentId={talentId}
            label={t.consent.source}
            hint={t.consent.sourceHint}
            choices={sources.filter((source) => !data.items.some((one) => one.source === source)).map((source) => ({ value: source, label: t.consent.sources[source] }))}
            wish={(source) => ({ kind: "auto_source", source: source as (typeof sources)[number] })}
          />
        </>
      )}
    </section>
  );
}

const sources = ["portal", "mail", "persona", "gitops", "rest", "recurrence", "evergreen"] as const;

interface ChooseProps {
  talentId: string;
  label: string;
  hint: string;
  choices: { value: string; label: string }[];
  wish: (value: string) => NewStandingApproval;
}

function Choose({ talentId, label, hint, choices, wish }: ChooseProps) {
  const [chosen, setChosen] = useState("");
  const allow = useAllow(talentId);
  if (choices.length === 0) return null;
  return (
    <form
      className={classes.choose}
      onSubmit={(event) => {
        event.preventDefault();
        allow.mutate(wish(chosen), {
          onSuccess: () => {
            say(t.consent.allowed);
            setChosen("");
          },
          onError: sayError,
        });
      }}
    >
      <NativeSelect
        label={label}
        description={hint}
        size="md"
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[{ value: "", label: t.consent.nobody }, ...choices]}
      />
      <Button type="submit" size="md" variant="default" disabled={!chosen} loading={allow.isPending} aria-label={`${t.consent.allow}: ${label}`}>
        {t.consent.allow}
      </Button>
    </form>
  );
}
