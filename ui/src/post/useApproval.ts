import { useApprove, useTakeBack, type Choice } from "@/api/decisions";
import { ApiError, explain } from "@/api/problem";
import type { Variant } from "@/api/types";
import { t } from "@/messages";
import { networkName } from "@/preview/NetworkName";
import { say, sayError, sayWithUndo, sayWithWay, unsay } from "@/shell/say";
import { each } from "./each";

export interface Yes {
  variant: Variant;
  choice: Choice;
  /** That it shall go out although the account said the same lately. */
  confirmRepeat?: boolean;
}

const networks = (variants: Variant[]) => variants.map((variant) => networkName(variant.account.platform));

/** One offer to undo for the versions that were approved together. */
const offerOf = (variants: Variant[]) => `undo ${variants.map((variant) => variant.id).join(" ")}`;

/** Taking approvals back, as long as nothing is being sent, and saying what came of it. */
export function useTakingBack() {
  const one = useTakeBack();

  async function takeBack(variants: Variant[]) {
    const { done, refused, why } = await each(variants, (variant) => one.mutateAsync({ variant }));
    unsay(offerOf(done));
    if (done.length > 0) say(t.done.takenBack(networks(done)));
    if (refused.length > 0) sayError(new Error(t.done.notTakenBack(networks(refused), explain(why))));
  }

  return { takeBack, isPending: one.isPending };
}

/** Saying yes to one version or several, with the way back for as long as the world hasn't seen it. */
export function useApproval() {
  const one = useApprove();
  const { takeBack } = useTakingBack();

  async function approve(yeses: Yes[]) {
    const { done, refused, why } = await each(yeses, (yes) => one.mutateAsync(yes));
    if (done.length > 0) sayWithUndo(offerOf(done), t.done.approved(networks(done)), () => void takeBack(done));
    const alone = refused.length === 1 ? refused[0] : undefined;
    const repeat = why instanceof ApiError ? why.about("confirmRepeat") : undefined;
    if (alone && repeat) sayWithWay(`repeat ${alone.variant.id}`, repeat, t.act.sayAgain, () => void approve([{ ...alone, confirmRepeat: true }]));
    else if (refused.length > 0) sayError(new Error(t.done.notApproved(networks(refused.map((yes) => yes.variant)), explain(why))));
  }

  return { approve, isPending: one.isPending };
}
