import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** What the server says has changed; the page asks for it again rather than believing the message. */
interface Change {
  kind: string;
}

const touched: Record<string, QueryKey[]> = {
  variant: [["variants"], ["overview"], ["talents"], ["stops"], ["activity"]],
  request: [["requests"], ["series"], ["activity"]],
  series: [["series"]],
  account: [["accounts"], ["talents"], ["overview"]],
  talent: [["talents"], ["stops"], ["overview"], ["caps"]],
};

const GATHER = 120;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Listens to `/api/v1/events` until the returned function is called. Messages of a tenth of a second become one
 * refetch each; after an interruption everything is asked for again, since what was missed isn't sent twice.
 */
export function listen(queries: QueryClient, tellConnected: (connected: boolean) => void): () => void {
  let source: EventSource | undefined;
  let wait = FIRST_WAIT;
  let wasOpen = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  const stale = new Set<string>();

  function refetch() {
    gather = undefined;
    for (const key of stale) void queries.invalidateQueries({ queryKey: [key] });
    stale.clear();
  }

  function noteChange({ kind }: Change) {
    for (const [key] of touched[kind] ?? []) stale.add(String(key));
    gather ??= setTimeout(refetch, GATHER);
  }

  function open() {
    source = new EventSource("/api/v1/events");
    source.onopen = () => {
      wait = FIRST_WAIT;
      if (wasOpen) void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      wasOpen = true;
      tellConnected(true);
    };
    source.addEventListener("change", (event: MessageEvent<string>) => noteChange(JSON.parse(event.data) as Change));
    source.onerror = () => {
      tellConnected(false);
      // The browser tries again by itself unless it was refused; then it is up to us.
      if (source?.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  }

  open();
  return () => {
    source?.close();
    clearTimeout(retry);
    clearTimeout(gather);
  };
}
