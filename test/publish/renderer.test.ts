import { describe, expect, it } from "vitest";
import { chooseRenderer, rendererWords } from "../../src/publish/renderer.js";

describe("chooseRenderer", () => {
  it("says what to install when neither renderer is there", () => {
    expect(() => chooseRenderer({ PATH: "" }, false)).toThrow(
      /npm install --include=optional.*https:\/\/quarto\.org/,
    );
  });

  it("takes pandoc-wasm where Quarto is not on PATH", () => {
    expect(rendererWords(chooseRenderer({ PATH: "" }, true))).toBe("pandoc-wasm");
  });
});
