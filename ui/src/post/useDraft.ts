import { useEffect, useState } from "react";
import type { Variant } from "@/api/types";
import { useSession } from "@/shell/useSession";
import { changeOf, draftOf, same, type Draft } from "./editing";
import { forget, keep, kept } from "./unsaved";

interface Opened {
  version: number;
  before: Draft;
}

const open = (variant: Variant): Opened => ({ version: variant.version, before: draftOf(variant) });

/** What somebody writes about a variant. It is kept in the tab until it is saved or given up. */
export function useDraft(variant: Variant) {
  const { user } = useSession();
  const [unsaved] = useState(() => kept(user.id, variant.id));
  // What was opened: if somebody else saves meanwhile, the words here stay. A version that says the same is as good.
  const [opened, setOpened] = useState<Opened>(() =>
    unsaved && !same(unsaved.before, draftOf(variant)) ? unsaved : open(variant),
  );
  const [draft, setDraft] = useState(unsaved?.draft ?? opened.before);
  const change = changeOf(draft, opened.before);
  const changed = Object.keys(change).length > 0;

  useEffect(() => {
    if (changed) keep(user.id, variant.id, { version: opened.version, before: opened.before, draft });
    else forget(user.id, variant.id);
  }, [user.id, variant.id, opened, draft, changed]);

  return {
    draft,
    set: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    version: opened.version,
    change,
    changed,
    /** From now on the words are compared with what it says at present. */
    reopen: () => setOpened(open(variant)),
    forget: () => forget(user.id, variant.id),
  };
}
