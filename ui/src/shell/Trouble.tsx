import { Button } from "@mantine/core";
import { explain } from "@/api/problem";
import { t } from "@/messages";
import { Place } from "./Place";

/** A part of a page that couldn't be loaded. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert">
      <Place
        title={t.errors.loading}
        lead={explain(error)}
        action={
          <Button variant="default" onClick={onRetry}>
            {t.errors.retry}
          </Button>
        }
      />
    </div>
  );
}
