import { Button } from "@mantine/core";
import type { Choice } from "@/api/decisions";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { TakeBack } from "@/post/TakeBack";
import { useRetrying } from "@/post/useRetrying";
import { useApproval } from "@/post/useApproval";
import { networkName } from "@/preview/NetworkName";
import classes from "./Approvals.module.css";

export type Doing = "edit" | "reject" | "move";

interface Props {
  variant: Variant;
  choice: Choice;
  onDo: (doing: Doing) => void;
}

/** The yes on the right, everything else on the left; only what the server lets this person do. */
export function VersionActions({ variant, choice, onDo }: Props) {
  const network = networkName(variant.account.platform);
  const { approve, isPending } = useApproval();
  const retrying = useRetrying();
  const may = (action: Variant["actions"][number]) => variant.actions.includes(action);
  if (!(["reject", "edit", "take_back", "retry", "approve"] as const).some(may)) return null;
  return (
    <div className={classes.actions}>
      {may("reject") && (
        <Button variant="subtle" size="lg" data-key="r" onClick={() => onDo("reject")}>
          {t.act.reject}
        </Button>
      )}
      {may("edit") && (
        <Button variant="subtle" size="lg" data-key="e" onClick={() => onDo("edit")}>
          {t.act.edit}
        </Button>
      )}
      <TakeBack variant={variant} look="subtle" size="lg" />
      {may("retry") && (
        <Button
          variant="default"
          size="lg"
          loading={retrying.isPending}
          onClick={() => retrying.retry(variant)}
        >
          {t.act.retry}
        </Button>
      )}
      {may("approve") && (
        <Button
          variant="light"
          size="lg"
          data-key="a"
          className={classes.approve}
          loading={isPending}
          onClick={() => void approve([{ variant, choice }])}
        >
          {t.act.approveFor(network)}
        </Button>
      )}
    </div>
  );
}
