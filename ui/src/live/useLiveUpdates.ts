import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { listen } from "./events";

const PATIENCE = 4_000;

/** Keeps every query fresh while somebody is signed in. Answers whether the line has been down for a while. */
export function useLiveUpdates(): boolean {
  const queries = useQueryClient();
  const [interrupted, setInterrupted] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen(queries, (connected) => {
      clearTimeout(timer);
      if (connected) setInterrupted(false);
      else timer = setTimeout(() => setInterrupted(true), PATIENCE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queries]);

  return interrupted;
}
