import { expect, it } from "vitest";
import { each } from "./each";

it("tells what was done and what was refused, in order, with the first reason", async () => {
  const outcome = await each(["a", "b", "c"], async (item) => {
    if (item !== "b") return item.toUpperCase();
    throw new Error("not b");
  });
  expect(outcome).toEqual({ done: ["A", "C"], refused: ["b"], why: new Error("not b") });
});
