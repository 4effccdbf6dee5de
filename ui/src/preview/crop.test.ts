import { expect, it } from "vitest";
import { shapeOf } from "./crop";

it("keeps a picture whose shape the network shows", () => {
  expect(shapeOf("linkedin", 1080, 1350)).toBeCloseTo(0.8);
  expect(shapeOf("x", 1600, 900)).toBeCloseTo(16 / 9);
});

it("crops what is too tall or too wide, each network in its own way", () => {
  expect(shapeOf("linkedin", 1080, 1920)).toBeCloseTo(0.8);
  expect(shapeOf("x", 1080, 1920)).toBeCloseTo(0.75);
  expect(shapeOf("linkedin", 4000, 1000)).toBeCloseTo(1.91);
});

it("has a shape for a picture of unknown size", () => {
  expect(shapeOf("mastodon", 0, 0)).toBeCloseTo(16 / 9);
});
