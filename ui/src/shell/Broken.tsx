import { Button } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { explain } from "@/api/problem";
import { t } from "@/messages";
import { Place } from "./Place";

/** A page that couldn't be shown at all: why, and a way on. */
export function Broken({ error }: ErrorComponentProps) {
  return (
    <main>
      <Place
        title={t.errors.loading}
        lead={explain(error)}
        action={<Button onClick={() => window.location.reload()}>{t.errors.retry}</Button>}
      />
    </main>
  );
}
