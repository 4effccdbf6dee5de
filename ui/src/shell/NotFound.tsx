import { t } from "@/messages";
import { Place } from "./Place";

export function NotFound() {
  return (
    <main>
      <Place title={t.notFound.title} lead={t.notFound.lead} action={<a href="/">{t.notFound.home}</a>} />
    </main>
  );
}
