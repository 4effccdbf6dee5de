import { t } from "@/messages";
import { fullness } from "./count";
import classes from "./Preview.module.css";

interface Props {
  used: number;
  max: number;
}

/** `212 / 280`, amber from nine tenths, red beyond. */
export function Count({ used, max }: Props) {
  const full = fullness(used, max);
  const word = full === "over" ? t.preview.over(used - max) : full === "nearly" ? t.preview.nearly : "";
  return (
    <span className={classes.count} data-full={full}>
      <span aria-hidden="true">{t.preview.count(used, max)}</span>
      <span className="unseen">{t.preview.countLabel(used, max)}</span>
      {word && <span className={classes.countWord}>{word}</span>}
    </span>
  );
}
