import type { RefObject } from "react";
import { useKeys } from "@/shell/keys";

const CARD = "[data-card]";

/**
 * j and k walk from version to version; the letters press the button of the version that has the focus. The buttons say
 * with `data-key` which letter is theirs, so that a key can never do what no button offers.
 */
export function useCardKeys(list: RefObject<HTMLElement | null>) {
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>(CARD) ?? [])];
  const current = () => document.activeElement?.closest<HTMLElement>(CARD) ?? null;

  function walk(step: number) {
    const all = cards();
    const here = current();
    const next = all[here ? all.indexOf(here) + step : 0];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "start", behavior: "smooth" });
  }

  function press(key: string) {
    (current() ?? cards()[0])?.querySelector<HTMLButtonElement>(`[data-key="${key}"]:not(:disabled)`)?.click();
  }

  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    a: () => press("a"),
    e: () => press("e"),
    r: () => press("r"),
    m: () => press("m"),
    u: () => press("u"),
  });
}
