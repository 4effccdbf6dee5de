import { useState } from "react";
import { t } from "@/messages";
import { beforeFold } from "./fold";
import { Rich } from "./Rich";
import classes from "./Preview.module.css";

/** What is said in public, cut off where the network cuts it off. */
export function Text({ platform, text }: { platform: string; text: string }) {
  const [open, setOpen] = useState(false);
  const head = beforeFold(platform, text);
  const folded = head.length < text.length;
  return (
    <div className={classes.text}>
      <Rich text={folded && !open ? head : text} />
      {folded && (
        <button
          type="button"
          className={classes.fold}
          data-open={open || undefined}
          aria-expanded={open}
          aria-label={open ? t.preview.less : t.preview.moreLabel}
          onClick={() => setOpen(!open)}
        >
          {open ? t.preview.less : t.preview.more}
        </button>
      )}
    </div>
  );
}
