import type { Limits } from "@/api/types";

export type Unit = Limits["unit"];

/** How a network counts: its unit, and what an address counts whatever its length. */
export interface Counting {
  unit: Unit;
  urlWeight?: number | null;
}

const address = /\bhttps?:\/\/[^\s<>"“”]+/giu;
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
  for (const { segment } of graphemes.segment(text.normalize("NFC"))) {
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(segment) && !isLight(segment.codePointAt(0) ?? 0)) {
      sum += 2;
    } else {
      for (const char of segment) sum += isLight(char.codePointAt(0) ?? 0) ? 1 : 2;
    }
  }
  return sum;
}

const measures: Record<Unit, (text: string) => number> = {
  chars: (text) => [...text].length,
  graphemes: (text) => [...graphemes.segment(text)].length,
  weighted,
};

/** An address ends before the full stop of its sentence. */
function trimmed(url: string): string {
  return url.replace(/[.,;:!?)\]'’]+$/u, "");
}

/** How much of its limit a text uses, as the network counts. */
export function count(text: string, { unit, urlWeight }: Counting): number {
  const measure = measures[unit] ?? measures.chars;
  if (!urlWeight) return measure(text);
  let urls = 0;
  const rest = text.replace(address, (match) => {
    urls += 1;
    return match.slice(trimmed(match).length);
  });
  return measure(rest) + urls * urlWeight;
}

/** The share from which a count is shown in amber. */
export const NEARLY_FULL = 0.9;

export type Fullness = "fine" | "nearly" | "over";

export function fullness(used: number, max: number): Fullness {
  if (used > max) return "over";
  return used >= max * NEARLY_FULL ? "nearly" : "fine";
}
