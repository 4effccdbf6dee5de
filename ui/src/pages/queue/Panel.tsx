import { ActionIcon, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconExternalLink, IconX } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { known } from "@/api/decisions";
import { accountsQuery, talentsQuery, variantQuery } from "@/api/queries";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { Altered } from "@/post/Altered";
import { EditForm } from "@/post/EditForm";
import { FollowUps } from "@/post/FollowUps";
import { limitsOf } from "@/post/limits";
import { Settle } from "@/post/Settle";
import { UnsavedWords } from "@/post/UnsavedWords";
import { Count } from "@/preview/Count";
import { NetworkName, networkName } from "@/preview/NetworkName";
import { Preview } from "@/preview/Preview";
import { Trouble } from "@/shell/Trouble";
import { StateLabel } from "@/state/StateLabel";
import { Actions } from "./Actions";
import { Facts } from "./Facts";
import { History } from "./History";
import classes from "./Panel.module.css";
import { Side } from "./Side";

interface Props {
  /** The chosen post, if one is. */
  id?: string;
  onClose: () => void;
}

/** The chosen post: how it looks, where it stands, what can be done. */
export function Panel({ id, onClose }: Props) {
  // What was chosen last can still be seen while a drawer closes.
  const [last, setLast] = useState(id);
  if (id && id !== last) setLast(id);
  const shown = id ?? last;
  return (
    <Side opened={Boolean(id)} onClose={onClose}>
      {shown && <Post key={shown} id={shown} onClose={onClose} />}
    </Side>
  );
}

function Post({ id, onClose }: { id: string; onClose: () => void }) {
  const queries = useQueryClient();
  // What the list has told already is shown at once.
  const { data: variant, error, refetch } = useQuery({ ...variantQuery(id), placeholderData: () => known(queries, id) });
  return (
    <>
      <header className={classes.head}>
        {variant && (
          <>
            <NetworkName platform={variant.account.platform} />
            <span className={classes.handle}>
              {variant.talent.displayName} · {variant.account.handle}
            </span>
          </>
        )}
        <ActionIcon className={classes.close} variant="subtle" size={36} aria-label={t.act.close} onClick={onClose}>
          <IconX size={18} aria-hidden="true" />
        </ActionIcon>
      </header>
      {error && !variant ? (
        <Trouble error={error} onRetry={() => void refetch()} />
      ) : variant ? (
        <Chosen variant={variant} />
      ) : (
        <div className={classes.body}>
          <Skeleton height={24} width="50%" />
          <Skeleton height={320} radius="md" />
        </div>
      )}
    </>
  );
}

function Chosen({ variant }: { variant: Variant }) {
  const [editing, setEditing] = useState(false);
  const { data: accounts } = useQuery(accountsQuery());
  const { data: talents } = useQuery(talentsQuery);
  const account = accounts?.find((one) => one.id === variant.account.id);
  const avatarUrl = talents?.find((one) => one.id === variant.talent.id)?.avatarUrl;
  return (
    <>
      <div className={classes.body} tabIndex={0} role="group" aria-label={t.queue.panel}>
        <div className={classes.about}>
          <h2>{variant.post.title || t.portal.noTitle}</h2>
          <div className={classes.stateLine}>
            <StateLabel variant={variant} wrap />
            {!editing && <Count used={variant.count.used} max={variant.count.max} />}
          </div>
          <p className={classes.next}>{variant.nextStep}</p>
          {variant.remoteUrl && (
            <a className={classes.live} href={variant.remoteUrl} target="_blank" rel="noreferrer">
              {t.act.openLive(networkName(variant.account.platform))} <IconExternalLink size={14} aria-hidden="true" />
            </a>
          )}
        </div>
        {!editing && <UnsavedWords variant={variant} onResume={() => setEditing(true)} />}
        {variant.state === "unknown" && <Settle variant={variant} />}
        <Altered variant={variant} />
        <FollowUps variant={variant} />
        {variant.warnings.map((warning) => (
          <p key={warning} className={classes.warning}>
            <IconAlertTriangle size={16} aria-hidden="true" />
            {warning}
          </p>
        ))}
        {editing ? (
          <EditForm variant={variant} limits={limitsOf(variant, account)} avatarUrl={avatarUrl} onClose={() => setEditing(false)} />
        ) : (
          <Preview variant={variant} avatarUrl={avatarUrl} />
        )}
        <Facts variant={variant} />
        <History variant={variant} />
      </div>
      {!editing && <Actions variant={variant} account={account} onEdit={() => setEditing(true)} />}
    </>
  );
}
