import type { Limits } from "@/api/types";

export type Unit = Limits["unit"];

/** How a network counts: its unit, and what an address counts whatever its length. */
export interface Counting {
  unit: Unit;
  urlWeight?: number | null;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What counts one on X (developer documentation, "Counting characters"); everything else counts two. */
const lightRanges: [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

function isLight(codePoint: number): boolean {
  return lightRanges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

function weighted(text: string): number {
  let sum = 0;
  for (const { segment } of graphemes.segment(text)) {
    const first = segment.codePointAt(0) ?? 0;
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(segment) && !(isLight(first) && segment.length === 1)) {
      sum += 2;
    } else {
      for (const char of segment) sum += isLight(char.codePointAt(0) ?? 0) ? 1 : 2;
    }
  }
  return sum;
}

const measures: Record<Unit, (text: string) => number> = {
  // As the networks' own editors: UTF-16 code units.
  chars: (text) => text.length,
  graphemes: (text) => [...graphemes.segment(text)].length,
  weighted,
};

const withScheme = /\bhttps?:\/\/[^\s<>"“”]+/giu;
// X also makes a link of a bare name, under a usual ending, or a country's with a path or a further part.
const bare =
  /(?<![\p{L}\p{N}@#$._-])(?:[\p{L}\p{N}_][\p{L}\p{N}_-]*\.)+(?:com|org|net|io|app|dev|info|biz|edu|gov|social|news|live|blog|shop|art|music|xyz|ai|co|tv|(?<=\.[\p{L}\p{N}_-]+\.)[a-z]{2}|[a-z]{2}(?=\/))(?![\p{L}\p{N}@_-])(?:\/[^\s<>"“”]*)?/giu;

/** An address ends before the full stop of its sentence. */
function trimmed(url: string): string {
  return url.replace(/[.,;:!?\]'’]+$|\)+$/gu, "");
}

/** How much of its limit a text uses, as the network counts. The server's count is the one that holds. */
export function count(text: string, { unit, urlWeight }: Counting): number {
  const measure = measures[unit] ?? measures.chars;
  const normal = text.normalize("NFC");
  if (!urlWeight) return measure(normal);
  let urls = 0;
  const take = (match: string) => {
    urls += 1;
    return match.slice(trimmed(match).length);
  };
  const rest = normal.replace(withScheme, take);
  return measure(unit === "weighted" ? rest.replace(bare, take) : rest) + urls * urlWeight;
}

/** The text as it leaves: the networks here carry a post's link in its text. */
export function outgoing(text: string, link?: string | null): string {
  if (!link?.trim() || text.includes(link)) return text;
  return text.trim() ? `${text.trimEnd()}\n\n${link}` : link;
}

/** The share from which a count is shown in amber. */
export const NEARLY_FULL = 0.9;

export type Fullness = "fine" | "nearly" | "over";

export function fullness(used: number, max: number): Fullness {
  if (used > max) return "over";
  return used >= max * NEARLY_FULL ? "nearly" : "fine";
}
