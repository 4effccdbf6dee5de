import { describe, expect, it } from "vitest";
import { contrast } from "./contrast";
import { dark, light, type Tokens } from "./tokens";

type Name = keyof Tokens;

const grounds: Name[] = ["paper", "surface", "sunken"];
const texts: Name[] = ["ink", "inkSoft", "green", "amber", "red", "blue"];
const onWash: [Name, Name][] = [
  ["green", "greenWash"],
  ["amber", "amberWash"],
  ["red", "redWash"],
  ["blue", "blueWash"],
  ["ink", "greenWash"],
  ["ink", "amberWash"],
  ["ink", "redWash"],
  ["ink", "blueWash"],
];
const onSolid: [Name, Name][] = [
  ["onSolid", "green"],
  ["onSolid", "red"],
];
const pairs = [...texts.flatMap((text) => grounds.map((ground): [Name, Name] => [text, ground])), ...onWash, ...onSolid];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s theme", (_, tokens) => {
  it.each(pairs)("can be read: %s on %s", (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)("shows where a field is on %s", (ground) => {
    expect(contrast(tokens.edge, tokens[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe("contrast", () => {
  it("is 21 for black and white, whichever comes first", () => {
    expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
    expect(contrast("#FFFFFF", "#000000")).toBeCloseTo(21, 5);
  });

  it("is 1 for a colour and itself", () => {
    expect(contrast("#17694A", "#17694A")).toBe(1);
  });

  it("agrees with the value WCAG's own example gives for grey", () => {
    expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
  });
});
