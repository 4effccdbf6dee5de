import { useState } from "react";
import type { Variant } from "@/api/types";

const none: ReadonlySet<string> = new Set();

/** Which posts of a list are chosen for what is done to many at once; another list begins with none. */
export function useChosen(list: string) {
  const [chosen, setChosen] = useState({ list, ids: none });
  const ids = chosen.list === list ? chosen.ids : none;
  return {
    ids,
    toggle(id: string) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setChosen({ list, ids: next });
    },
    choose(variants: Variant[]) {
      setChosen({ list, ids: new Set(variants.map((variant) => variant.id)) });
    },
  };
}

/** Whether the reader may move it in time. */
export function movable(variant: Variant): boolean {
  return variant.actions.includes("reschedule");
}
