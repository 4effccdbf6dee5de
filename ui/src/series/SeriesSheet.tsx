import { Button, NativeSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, explain } from "@/api/problem";
import { talentsQuery } from "@/api/queries";
import { useChangeSeries, useMakeSeries } from "@/api/series";
import type { Series, Talent } from "@/api/types";
import { t } from "@/messages";
import form from "@/post/Post.module.css";
import { Sheet } from "@/post/Sheet";
import { say } from "@/shell/say";
import { useNow } from "@/time/useNow";
import { AccountFields } from "./AccountFields";
import { draftOf, missingOf, previewOf, wishOf, type Draft, type Missing } from "./draft";
import { EndFields } from "./EndFields";
import { NextTimes } from "./NextTimes";
import { OftenFields } from "./OftenFields";
import { PostField } from "./PostField";
import { RepeatFields } from "./RepeatFields";
import classes from "./SeriesSheet.module.css";

interface Props {
  /** In whose name, where that is settled. */
  talentId?: string;
  /** The series that is changed; a new one unless given. */
  series?: Series;
  onClose: () => void;
}

/** Asks for a series, new or changed. */
export function SeriesSheet({ talentId, series, onClose }: Props) {
  const { data: talents = [] } = useQuery(talentsQuery);
  const [chosen, setChosen] = useState(series?.talent.id ?? talentId ?? "");
  const talent = talents.find((one) => one.id === chosen) ?? (talents.length === 1 ? talents[0] : undefined);
  return (
    <Sheet opened wide onClose={onClose} title={series ? t.series.change : t.series.make}>
      {!talentId && !series && talents.length > 1 && (
        <NativeSelect
          size="md"
          mb="md"
          label={t.series.talent}
          data={[{ value: "", label: t.series.choose }, ...talents.map((one) => ({ value: one.id, label: one.displayName }))]}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {talent && <Fields key={talent.id} talent={talent} series={series} onClose={onClose} />}
    </Sheet>
  );
}

function Fields({ talent, series, onClose }: { talent: Talent; series?: Series; onClose: () => void }) {
  const now = useNow();
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(() => draftOf(series, talent.timeZone, now));
  const [tried, setTried] = useState(false);
  const make = useMakeSeries(key);
  const change = useChangeSeries();
  const { error, isPending } = series ? change : make;
  const refused = error instanceof ApiError ? error : undefined;
  const set = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const missing = missingOf(draft, series);
  const shown: Missing = tried ? missing : {};
  const evergreen = draft.kind === "evergreen";
  const timing = missing.often ?? missing.start ?? missing.again;

  function submit() {
    setTried(true);
    if (Object.values(missing).some(Boolean)) return;
    const wish = wishOf(draft, series);
    const options = {
      onSuccess: () => {
        say(series ? t.series.changed : t.series.made(talent.displayName));
        onClose();
      },
    };
    if (series) change.mutate({ id: series.id, body: { version: series.version ?? 1, ...wish } }, options);
    else make.mutate({ talentId: talent.id, ...wish }, options);
  }

  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {!series && (
        <Radio.Group label={t.series.kind} value={draft.kind} onChange={(kind) => set({ kind: kind as Draft["kind"], accounts: undefined })}>
          <div className={classes.kinds}>
            <Radio size="md" className={form.choice} value="recurrence" label={t.series.byTime} />
            <Radio size="md" className={form.choice} value="evergreen" label={t.series.byPost} />
          </div>
        </Radio.Group>
      )}
      <div className={classes.halves}>
        <div className={form.form}>
          {evergreen && !series && (
            <PostField
              talentId={talent.id}
              post={draft.again.post}
              onChange={(post) => set({ again: { ...draft.again, post } })}
              error={(draft.again.post ? undefined : shown.again) ?? refused?.about("postId")}
            />
          )}
          <Textarea
            label={evergreen ? t.series.textAgain : t.series.text}
            placeholder={evergreen ? undefined : t.series.placeholder}
            value={draft.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={8_000}
            size="md"
            error={shown.text ?? refused?.about("text")}
            classNames={{ input: classes.words }}
          />
          <TextInput
            type="url"
            size="md"
            label={t.ask.link}
            value={draft.link}
            onChange={(event) => set({ link: event.currentTarget.value })}
            error={shown.link ?? refused?.about("link")}
          />
          <AccountFields
            talentId={talent.id}
            chosen={draft.accounts}
            onChange={(accounts) => set({ accounts })}
            asBefore={evergreen}
            error={shown.accounts ?? refused?.fields.find(({ field }) => field.startsWith("accountIds"))?.message}
          />
        </div>
        <div className={form.form}>
          {evergreen ? (
            <RepeatFields again={draft.again} onChange={(again) => set({ again })} refused={refused} />
          ) : (
            <>
              <OftenFields often={draft.often} onChange={(often) => set({ often })} error={shown.often ?? refused?.about("rule")} />
              <div className={classes.pair}>
                <TextInput
                  type="date"
                  size="md"
                  label={t.series.start}
                  value={draft.start.date}
                  onChange={(event) => set({ start: { ...draft.start, date: event.currentTarget.value } })}
                  error={shown.start ?? refused?.about("start")}
                />
                <TextInput
                  type="time"
                  size="md"
                  label={t.move.time}
                  value={draft.start.time}
                  onChange={(event) => set({ start: { ...draft.start, time: event.currentTarget.value } })}
                />
              </div>
              <EndFields often={draft.often} onChange={(often) => set({ often })} error={refused?.about("end")} />
            </>
          )}
          <NextTimes name={talent.displayName} missing={timing} wish={timing ? undefined : previewOf(draft, talent.id, series)} />
        </div>
      </div>
      {error && (
        <p role="alert" className={form.error}>
          {explain(error)}
        </p>
      )}
      <div className={form.formEnd}>
        <Button type="button" variant="default" size="md" onClick={onClose}>
          {t.act.keep}
        </Button>
        <Button type="submit" size="md" loading={isPending}>
          {series ? t.series.save : t.series.submit}
        </Button>
      </div>
    </form>
  );
}
