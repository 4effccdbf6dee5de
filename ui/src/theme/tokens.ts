/** The colours of the page, by meaning. Every place takes its colour from here. */
export interface Tokens {
  paper: string;
  surface: string;
  sunken: string;
  line: string;
  ink: string;
  inkSoft: string;
  green: string;
  greenWash: string;
  amber: string;
  amberWash: string;
  red: string;
  redWash: string;
  blue: string;
  blueWash: string;
  /** What is written on a ground of solid green or red. */
  onSolid: string;
  /** The edge of a field: unlike `line` it has to be seen to find the field (3:1). */
  edge: string;
}

export const light: Tokens = {
  paper: "#FBFAF7",
  surface: "#FFFFFF",
  sunken: "#F3F1EB",
  line: "#E3E0D7",
  ink: "#1B1F1C",
  inkSoft: "#59625C",
  green: "#17694A",
  greenWash: "#E3F0EA",
  amber: "#8A4B00",
  amberWash: "#FBEFD9",
  red: "#A8231B",
  redWash: "#FBE7E4",
  blue: "#20539C",
  blueWash: "#E4EDF9",
  onSolid: "#FFFFFF",
  edge: "#878D86",
};

export const dark: Tokens = {
  paper: "#121512",
  surface: "#1A1E1B",
  sunken: "#0D0F0D",
  line: "#2C332E",
  ink: "#EDF0EC",
  inkSoft: "#A3AEA7",
  green: "#63C79D",
  greenWash: "#17342A",
  amber: "#F0B45B",
  amberWash: "#3A2A10",
  red: "#FF8A80",
  redWash: "#3F1916",
  blue: "#8DB7F5",
  blueWash: "#16283F",
  onSolid: "#0D0F0D",
  edge: "#6C756F",
};

/** `inkSoft` becomes `--ink-soft`. */
export function cssName(token: string): string {
  return `--${token.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}

export function cssVariables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [cssName(name), String(value)]));
}
