import type { Reader } from "@/state/words";
import { useSession } from "./useSession";

/** For whom the words are chosen: a talent reads "you". */
export function useReader(): Reader {
  const { role, talent } = useSession();
  return role === "talent" ? { talentId: talent?.id } : {};
}
