import { useRetry } from "@/api/decisions";
import { ApiError } from "@/api/problem";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { say, sayError, sayWithWay } from "@/shell/say";

/** Trying a failed post again, and asking once more where the account said the same lately. */
export function useRetrying() {
  const one = useRetry();

  function retry(variant: Variant, confirmRepeat?: boolean) {
    one.mutate(
      { variant, confirmRepeat },
      {
        onSuccess: () => say(t.done.retried(networkName(variant.account.platform))),
        onError: (error) => {
          const repeat = error instanceof ApiError ? error.about("confirmRepeat") : undefined;
          if (repeat) sayWithWay(`repeat ${variant.id}`, repeat, t.act.sayAgain, () => retry(variant, true));
          else sayError(error);
        },
      },
    );
  }

  return { retry, isPending: one.isPending };
}
