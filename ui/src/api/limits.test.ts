import { expect, it } from "vitest";
import document from "../../openapi.json";
import { ALT_TEXT_MAX } from "./limits";

it("takes alt texts as long as the API does", () => {
  expect(document.components.schemas.Attachment.properties.altText.maxLength).toBe(ALT_TEXT_MAX);
});
