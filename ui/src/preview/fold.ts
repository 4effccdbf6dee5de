/** Where a network cuts a long text off in the feed and offers to show more. */
interface Fold {
  lines: number;
  /** Characters of one line in the network's own column. */
  width: number;
}

const folds: Record<string, Fold> = {
  linkedin: { lines: 3, width: 72 },
  facebook: { lines: 5, width: 80 },
  instagram: { lines: 2, width: 62 },
};

/** The part of a text that is seen before anybody taps "more"; the text itself when nothing is cut. */
export function beforeFold(platform: string, text: string): string {
  const fold = folds[platform];
  if (!fold) return text;
  let lines = 0;
  let end = 0;
  for (const line of text.split("\n")) {
    const needed = Math.max(1, Math.ceil(line.length / fold.width));
    if (lines + needed > fold.lines) {
      const room = (fold.lines - lines) * fold.width;
      return cut(text, end + Math.min(room, line.length)).trimEnd();
    }
    lines += needed;
    end += line.length + 1;
  }
  return text;
}

/** Cuts between words, unless a word is as long as a line. */
function cut(text: string, at: number): string {
  const head = text.slice(0, at);
  if (/\s$/.test(head)) return head;
  const space = head.lastIndexOf(" ");
  return /\s/.test(text.charAt(at)) || space < at - 30 ? head : head.slice(0, space);
}
