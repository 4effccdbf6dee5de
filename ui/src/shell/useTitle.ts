import { useEffect } from "react";
import { t } from "@/messages";

/** Names the page in the browser's tab and history. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · ${t.brand}`;
  }, [title]);
}
