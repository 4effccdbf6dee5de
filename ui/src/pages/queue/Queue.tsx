import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { variantsQuery } from "@/api/queries";
import { t } from "@/messages";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { useTalent } from "@/shell/useTalent";
import { useTitle } from "@/shell/useTitle";
import { statesOf } from "@/state/piles";
import table from "@/table/Table.module.css";
import { Waiting } from "@/table/Waiting";
import { ChosenBar } from "./ChosenBar";
import { matches } from "./filter";
import { Fresh } from "./Fresh";
import { Panel } from "./Panel";
import { PileTabs } from "./PileTabs";
import classes from "./Queue.module.css";
import { Row } from "./Row";
import { SpaceSheet } from "./SpaceSheet";
import { useArrivals } from "./useArrivals";
import { movable, useChosen } from "./useChosen";
import { useListKeys } from "./useListKeys";

const from = "/signed-in/dashboard/queue";

/** Every post by what it waits for, and the chosen one beside the list. */
export default function Queue() {
  const { show = "waiting", post, words = "" } = useSearch({ from });
  const navigate = useNavigate({ from: "/queue" });
  const talent = useTalent();
  const filter = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const left = useRef<HTMLDivElement>(null);
  useTitle(t.queue.title);

  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    variantsQuery({ states: statesOf(show), talent: talent?.id, order: show === "live" ? "newest" : "due" }),
  );
  const all = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const { ids, toggle, choose } = useChosen(`${show} ${talent?.id ?? ""}`);
  const [spacing, setSpacing] = useState(false);
  const { shown, arrived, showArrived } = useArrivals(all, `${show} ${talent?.id ?? ""}`, Boolean(post) || ids.size > 0);
  const rows = words ? shown.filter((variant) => matches(variant, words)) : shown;
  const choosable = rows.filter(movable);
  const chosen = choosable.filter((variant) => ids.has(variant.id));

  const select = (id?: string) => void navigate({ search: (before) => ({ ...before, post: id }) });
  useListKeys({ list, filter, selected: post, onSelect: select, onChoose, onClose: close });

  function onChoose(id: string) {
    if (choosable.some((variant) => variant.id === id)) toggle(id);
  }

  function close() {
    const row = list.current?.querySelector<HTMLElement>(`a[data-row="${post}"]`);
    select();
    (row ?? left.current)?.focus({ preventScroll: !row });
  }

  return (
    <div className={classes.queue} data-open={post ? true : undefined}>
      <div ref={left} className={classes.left} tabIndex={-1}>
        <div className={table.head}>
          <h1>{t.queue.title}</h1>
          <TextInput
            ref={filter}
            className={classes.filter}
            aria-label={t.queue.filter}
            placeholder={t.queue.filterHint}
            leftSection={<IconSearch size={16} aria-hidden="true" />}
            value={words}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              void navigate({ search: (before) => ({ ...before, words: typed || undefined }), replace: true });
            }}
            onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
          />
        </div>
        <PileTabs pile={show} />
        <Fresh n={arrived} onShow={showArrived} />
        {error && !data ? (
          <Trouble error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Waiting rows={8} height={60} />
        ) : rows.length === 0 ? (
          <div className={table.frame}>
            <Place title={(words ? t.queue.noMatch : t.queue.empty[show]) ?? ""} />
          </div>
        ) : (
          <ul ref={list} className={table.frame} aria-label={t.queue.list}>
            {rows.map((variant) => (
              <Row
                key={variant.id}
                variant={variant}
                selected={variant.id === post}
                chosen={ids.has(variant.id)}
                onChoose={movable(variant) ? () => toggle(variant.id) : undefined}
              />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <div className={table.more}>
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t.queue.more}
            </Button>
          </div>
        )}
        {chosen.length > 0 && (
          <ChosenBar
            chosen={chosen.length}
            of={choosable.length}
            onAll={() => choose(choosable)}
            onNone={() => choose([])}
            onSpace={() => setSpacing(true)}
          />
        )}
      </div>
      {spacing && chosen.length > 0 && (
        <SpaceSheet variants={chosen} onClose={() => setSpacing(false)} onMoved={() => choose([])} />
      )}
      <Panel id={post} onClose={close} />
    </div>
  );
}
