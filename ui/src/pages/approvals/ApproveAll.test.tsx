import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ApproveAll } from "./ApproveAll";

const shown = (editing: string[]) =>
  renderToStaticMarkup(
    <MantineProvider>
      <ApproveAll count={3} editing={editing} loading={false} onApprove={() => undefined} />
    </MantineProvider>,
  );

describe("ApproveAll", () => {
  it("can be pressed while nothing is being edited", () => {
    expect(shown([])).toContain("Approve all three");
    expect(shown([])).not.toMatch(/<button[^>]*\sdisabled=""/);
    expect(shown([])).not.toContain("first");
  });

  it("can't be pressed while a version is being edited, and says why", () => {
    expect(shown(["X"])).toMatch(/<button[^>]*\sdisabled=""/);
    expect(shown(["X"])).toContain("Save or give up your changes for X first");
  });
});
