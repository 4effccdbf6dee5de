import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answer, client } from "@/api/client";
import { publishAtOf, type Timing } from "@/api/decisions";
import { explain } from "@/api/problem";
import { accountsQuery } from "@/api/queries";
import type { NewPostRequest, TalentRef } from "@/api/types";
import { t } from "@/messages";
import { choiceOf, TimePicker, timingOf } from "@/post/TimePicker";
import { NetworkName } from "@/preview/NetworkName";
import { say } from "@/shell/say";
import { useSession } from "@/shell/useSession";
import { useTitle } from "@/shell/useTitle";
import { useNow } from "@/time/useNow";
import { useAttachments } from "./attachments";
import classes from "./Ask.module.css";
import { Asked } from "./Asked";
import { Pictures } from "./Pictures";

export default function Ask() {
  const { talent } = useSession();
  useTitle(t.ask.title);
  return talent ? <AskFor talent={talent} /> : null;
}

interface Wrong {
  text?: string;
  link?: string;
  accounts?: string;
  when?: string;
  pictures?: string;
}

function AskFor({ talent }: { talent: TalentRef }) {
  const now = useNow();
  const queries = useQueryClient();
  const { data: accounts = [] } = useQuery(accountsQuery());
  const pictures = useAttachments();
  const [text, setText] = useState("");
  const [link, setLink] = useState("");
  const [left, setLeft] = useState<string[]>([]);
  const [choice, setChoice] = useState(() => choiceOf({ kind: "next" }, talent.timeZone, now));
  const [wrong, setWrong] = useState<Wrong>({});
  // The same key until it was accepted: pressing again after a lost answer makes no second request.
  const [key, setKey] = useState(() => crypto.randomUUID());

  const send = useMutation({
    mutationFn: (body: NewPostRequest) =>
      answer(client.POST("/api/v1/post-requests", { params: { header: { "Idempotency-Key": key } }, body })),
    onSuccess: () => {
      say(t.ask.sent);
      setKey(crypto.randomUUID());
      setText("");
      setLink("");
      setLeft([]);
      pictures.clear();
      void queries.invalidateQueries({ queryKey: ["requests"] });
    },
  });

  function submit() {
    const timing: Timing | string = timingOf(choice, talent.timeZone, now);
    const chosen = accounts.filter((account) => !left.includes(account.id));
    const found: Wrong = {
      text: text.trim() ? undefined : t.ask.textMissing,
      link: !link.trim() || /^https?:\/\/\S+\.\S+/.test(link.trim()) ? undefined : t.ask.linkWrong,
      accounts: chosen.length > 0 || accounts.length === 0 ? undefined : t.ask.accountsMissing,
      when: typeof timing === "string" ? timing : undefined,
      pictures: pictures.attachments.some((one) => !one.done && !one.error) ? t.ask.stillUploading : undefined,
    };
    setWrong(found);
    if (Object.values(found).some(Boolean) || typeof timing === "string") return;
    send.mutate({
      talentId: talent.id,
      text: text.trim(),
      accountIds: left.length === 0 ? [] : chosen.map((account) => account.id),
      attachments: pictures.attachments.flatMap(({ done, altText }) =>
        done ? [{ uri: done.uri, altText: altText.trim() || undefined }] : [],
      ),
      publishAt: publishAtOf(timing),
      link: link.trim() || undefined,
    });
  }

  return (
    <>
      <h1 className={classes.title}>{t.ask.title}</h1>
      <p className={classes.lead}>{t.ask.lead}</p>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Textarea
          label={t.ask.text}
          placeholder={t.ask.placeholder}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={8_000}
          size="lg"
          error={wrong.text}
          classNames={{ input: classes.words }}
        />
        <Pictures {...pictures} />
        {wrong.pictures && (
          <p role="alert" className={classes.error}>
            {wrong.pictures}
          </p>
        )}
        <TextInput
          type="url"
          size="md"
          label={t.ask.link}
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
          error={wrong.link}
        />
        <Checkbox.Group
          label={t.ask.accounts}
          value={accounts.map((account) => account.id).filter((id) => !left.includes(id))}
          onChange={(ids) => setLeft(accounts.map((account) => account.id).filter((id) => !ids.includes(id)))}
          error={wrong.accounts}
        >
          <div className={classes.accounts}>
            {accounts.map((account) => (
              <Checkbox
                key={account.id}
                className={classes.account}
                value={account.id}
                size="md"
                label={
                  <span className={classes.accountName}>
                    <NetworkName platform={account.platform} />
                    <span>{account.handle}</span>
                  </span>
                }
              />
            ))}
          </div>
        </Checkbox.Group>
        <TimePicker
          choice={choice}
          onChange={setChoice}
          zone={talent.timeZone}
          name={talent.displayName}
          label={t.ask.when}
          words={{ next: t.ask.next, now: t.ask.now, pick: t.ask.pick }}
          error={wrong.when}
        />
        {send.error && (
          <p role="alert" className={classes.error}>
            {explain(send.error)}
          </p>
        )}
        <Button type="submit" size="lg" loading={send.isPending}>
          {t.ask.submit(talent.displayName)}
        </Button>
      </form>
      <Asked />
    </>
  );
}
