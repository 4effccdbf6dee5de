import { Button, type ButtonProps } from "@mantine/core";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { useTakingBack } from "./useApproval";

interface Props {
  variant: Variant;
  look: ButtonProps["variant"];
  size?: ButtonProps["size"];
}

/** Takes the approval back while that is possible, and is absent otherwise. */
export function TakeBack({ variant, look, size }: Props) {
  const { takeBack, isPending } = useTakingBack();
  if (!variant.actions.includes("take_back")) return null;
  return (
    <Button
      variant={look}
      size={size}
      data-key="u"
      aria-label={t.act.takeBackFor(networkName(variant.account.platform))}
      loading={isPending}
      onClick={() => void takeBack([variant])}
    >
      {t.act.takeBack}
    </Button>
  );
}
