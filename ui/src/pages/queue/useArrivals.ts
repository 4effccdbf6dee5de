import { useState } from "react";

interface Known {
  list: string;
  ids: ReadonlySet<string>;
}

/**
 * Keeps what arrives by itself out of a list somebody is working in, until they ask for it: a list never jumps. While
 * nothing is selected there is nothing to lose, so everything is shown.
 */
export function useArrivals<Item extends { id: string }>(items: Item[], list: string, working: boolean) {
  const all = new Set(items.map((item) => item.id));
  const [known, setKnown] = useState<Known>({ list, ids: all });
  const fresh = known.list !== list || known.ids.size === 0 || !working;
  const missing = items.filter((item) => !known.ids.has(item.id));
  if (fresh && (known.list !== list || missing.length > 0)) setKnown({ list, ids: all });
  return {
    shown: fresh ? items : items.filter((item) => known.ids.has(item.id)),
    arrived: fresh ? 0 : missing.length,
    showArrived: () => setKnown({ list, ids: all }),
  };
}
