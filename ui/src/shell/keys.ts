import { useEffect, useRef } from "react";

export type Keys = Partial<Record<string, () => void>>;

/** Whether a key press belongs to a field, a dialog or a menu rather than to the page. A part of the page may be a dialog. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") ||
    target.closest("[role=dialog]:not([data-page-part]), [role=menu], [role=listbox]") !== null
  );
}

/** Single keys that act on the page while nobody types. Names as `KeyboardEvent.key` has them. */
export function useKeys(keys: Keys, enabled = true) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled]);
}
