import { IconLink } from "@tabler/icons-react";
import classes from "./Preview.module.css";

/** The card a network makes of a link. Its picture and title come from the linked page, which nobody has fetched yet. */
export function LinkCard({ url }: { url: string }) {
  const { host, path } = parts(url);
  return (
    <div className={classes.linkCard}>
      <span className={classes.linkSign} aria-hidden="true">
        <IconLink size={18} stroke={1.6} />
      </span>
      <span className={classes.linkText}>
        <span className={classes.linkHost}>{host}</span>
        <span className={classes.linkPath}>{path}</span>
      </span>
    </div>
  );
}

function parts(url: string): { host: string; path: string } {
  try {
    const { host, pathname } = new URL(url);
    return { host: host.replace(/^www\./, ""), path: pathname === "/" ? url : decodeURI(pathname) };
  } catch {
    return { host: url, path: "" };
  }
}
