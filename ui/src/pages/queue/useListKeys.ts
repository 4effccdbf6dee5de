import type { RefObject } from "react";
import { useKeys } from "@/shell/keys";

interface Props {
  list: RefObject<HTMLElement | null>;
  filter: RefObject<HTMLInputElement | null>;
  selected?: string;
  onSelect: (id: string) => void;
  /** Chooses the row for what is done to many, or no longer. */
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** j and k walk through the rows (with the panel open they open the next one), x chooses one, / filters, Esc closes the panel. */
export function useListKeys({ list, filter, selected, onSelect, onChoose, onClose }: Props) {
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];

  function walk(step: number) {
    const all = rows();
    const here = all.findIndex((row) => (selected ? row.dataset.row === selected : row === document.activeElement));
    const next = all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + step))];
    next?.focus();
    if (selected && next?.dataset.row) onSelect(next.dataset.row);
  }

  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    x: () => {
      const line = document.activeElement?.closest("li")?.querySelector<HTMLElement>("a[data-row]");
      const id = line?.dataset.row ?? selected;
      if (id) onChoose(id);
    },
    "/": () => filter.current?.focus(),
    ...(selected && { Escape: onClose }),
  });
}
