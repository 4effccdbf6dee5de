import classes from "./Preview.module.css";

interface Props {
  name: string;
  url?: string | null;
  /** The side in pixels. */
  size: number;
  square?: boolean;
}

/** A face, or the first letters of the name. The name itself always stands beside it. */
export function Avatar({ name, url, size, square = false }: Props) {
  const style = { width: size, height: size, fontSize: size * 0.38, borderRadius: square ? 8 : "50%" };
  if (url) return <img className={classes.avatar} style={style} src={url} alt="" />;
  return (
    <span className={classes.avatar} style={style} data-initials={initials(name)} aria-hidden="true" />
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}
