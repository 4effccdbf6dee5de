/** The narrowest and widest shape (width by height) in which a network shows one picture; it crops to that. */
const shapes: Record<string, [number, number]> = {
  linkedin: [4 / 5, 1.91],
  x: [3 / 4, 16 / 9],
  mastodon: [2 / 3, 16 / 9],
  instagram: [4 / 5, 1.91],
};
const others: [number, number] = [4 / 5, 1.91];

/** The shape in which one picture is shown, as width by height. */
export function shapeOf(platform: string, width: number, height: number): number {
  const [narrow, wide] = shapes[platform] ?? others;
  if (!width || !height) return 16 / 9;
  return Math.min(wide, Math.max(narrow, width / height));
}
