import { t } from "@/messages";
import classes from "./Shell.module.css";

export function Brand() {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d="M5 17.500V4.500A2 2 0 0 1 7 2.500h6a2 2 0 0 1 2 2v13"
          fill="none"
          stroke="var(--green)"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <circle cx="12" cy="10.500" r="1.250" fill="var(--green)" />
      </svg>
      {t.brand}
    </span>
  );
}
