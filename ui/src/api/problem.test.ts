import { describe, expect, it } from "vitest";
import { ApiError, explainAbout, Unreachable } from "./problem";

const refused = new ApiError(422, {
  detail: "Some fields have to be changed first.",
  errors: [
    { field: "publishAt", message: "This time has passed." },
    { field: "media[0].altText", message: "The alternative text is too long." },
  ],
});

describe("ApiError", () => {
  it("tells what the server says about a field, by any of its names", () => {
    expect(refused.about("publishAt")).toBe("This time has passed.");
    expect(refused.about("altTexts[a]", "media[0].altText")).toBe("The alternative text is too long.");
    expect(refused.about("text")).toBeUndefined();
    expect(refused.about()).toBeUndefined();
  });

  it("tells what has no field of its own", () => {
    expect(refused.besides(["publishAt"])).toEqual(["The alternative text is too long."]);
  });
});

describe("explainAbout", () => {
  it("prefers the field's own sentence to the whole answer's", () => {
    expect(explainAbout("publishAt", refused)).toBe("This time has passed.");
    expect(explainAbout("reason", refused)).toBe("Some fields have to be changed first.");
  });

  it("says also what no field is to blame for, and nothing while nothing is wrong", () => {
    expect(explainAbout("reason", new Unreachable())).toContain("doesn't answer");
    expect(explainAbout("reason", null)).toBeUndefined();
  });
});
