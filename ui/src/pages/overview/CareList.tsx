import { IconAlertTriangle, IconEye } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Care } from "@/api/types";
import { t } from "@/messages";
import { Place } from "@/shell/Place";
import classes from "./Overview.module.css";

/** What needs somebody, the most urgent first; each leads to where it is mended. */
export function CareList({ care }: { care: Care[] }) {
  if (care.length === 0) return <div className={classes.card}><Place title={t.overview.careNone} /></div>;
  const sorted = care.toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === "red" ? -1 : 1));
  return (
    <ul className={classes.card}>
      {sorted.map((one) => {
        const Sign = one.severity === "red" ? IconAlertTriangle : IconEye;
        return (
          <li key={`${one.kind} ${one.subject.id}`} className={classes.care} data-severity={one.severity}>
            <Sign size={18} stroke={1.8} aria-label={one.severity === "red" ? t.overview.red : t.overview.amber} />
            <Subject care={one} />
          </li>
        );
      })}
    </ul>
  );
}

function Subject({ care: { subject, sentence } }: { care: Care }) {
  switch (subject.kind) {
    case "variant":
      return (
        <Link to="/queue" search={{ show: "care", post: subject.id }}>
          {sentence}
        </Link>
      );
    case "account":
      return <Link to="/accounts">{sentence}</Link>;
    case "talent":
      return (
        <Link to="/talents/$id" params={{ id: subject.id }}>
          {sentence}
        </Link>
      );
    case "request":
      return <Link to="/requests">{sentence}</Link>;
    default:
      return <span>{sentence}</span>;
  }
}
