import { Button, Skeleton } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { accountsQuery, talentsQuery, variantsQuery } from "@/api/queries";
import type { VariantState } from "@/api/types";
import { t } from "@/messages";
import { Place } from "@/shell/Place";
import { Trouble } from "@/shell/Trouble";
import { useSession } from "@/shell/useSession";
import { useTitle } from "@/shell/useTitle";
import classes from "./Approvals.module.css";
import { Coming } from "./Coming";
import { IdeaCard } from "./IdeaCard";
import { ideasOf, waits } from "./ideas";
import { useCardKeys } from "./useCardKeys";

const open: VariantState[] = ["awaiting_approval", "approved", "queued", "publishing", "unknown", "failed", "blocked"];
const decided: VariantState[] = ["published", "rejected", "cancelled"];

/** What waits for the talent's yes, and below it what they already decided. */
export default function Approvals() {
  const { user } = useSession();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(variantsQuery({ states: open }));
  const { data: past } = useInfiniteQuery(variantsQuery({ states: decided, order: "newest" }));
  const { data: accounts } = useQuery(accountsQuery());
  const { data: talents } = useQuery(talentsQuery);
  const variants = useMemo(() => {
    const all = [...(data?.pages ?? []), ...(past?.pages ?? [])].flatMap((page) => page.items);
    // While a decision is under way the same version can be in the one list already and in the other still.
    return [...new Map(all.map((variant) => [variant.id, variant])).values()];
  }, [data, past]);
  const ideas = useMemo(() => ideasOf(variants), [variants]);
  const list = useRef<HTMLDivElement>(null);
  useCardKeys(list);

  // A card stays where it is after the last decision about it, so that nothing moves under the thumb.
  const [stays, setStays] = useState<ReadonlySet<string>>(new Set());
  const waiting = ideas.filter((idea) => idea.variants.some(waits));
  const added = waiting.filter((idea) => !stays.has(idea.id));
  if (added.length > 0) setStays(new Set([...stays, ...added.map((idea) => idea.id)]));
  const cards = ideas.filter((idea) => stays.has(idea.id) || idea.variants.some(waits));
  const rest = variants.filter((variant) => !cards.some((card) => card.id === variant.post.id));

  useTitle(t.portal.approvals);

  useEffect(() => {
    if (hasNextPage) void fetchNextPage();
  }, [hasNextPage, fetchNextPage, data]);

  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  return (
    <>
      <div className={classes.welcome}>
        <h1>{t.portal.hello(user.displayName.split(" ")[0] ?? user.displayName)}</h1>
        <p role="status">{waiting.length > 0 ? t.portal.ideas(waiting.length) : t.portal.nothing}</p>
      </div>
      <div ref={list} className={classes.ideas}>
        {cards.map((idea) => (
          <IdeaCard
            key={idea.id}
            idea={idea}
            accounts={accounts ?? []}
            avatarUrl={talents?.find((talent) => talent.id === idea.variants[0]?.talent.id)?.avatarUrl}
          />
        ))}
        {cards.length === 0 && (
          <Place
            title={t.portal.nothing}
            lead={t.portal.nothingLead}
            action={
              <Button size="lg" renderRoot={(props) => <Link to="/me/ask" {...props} />}>
                {t.portal.askNow}
              </Button>
            }
          />
        )}
      </div>
      <Coming variants={rest} />
    </>
  );
}

function Waiting() {
  return (
    <div className={classes.ideas} aria-busy="true">
      <Skeleton height={56} width="60%" />
      <Skeleton height={560} radius="md" />
    </div>
  );
}
