import { describe, expect, it } from "vitest";
import { thePage } from "../../../src/figures/static/page.js";

const input = {
  data: [{ type: "scatter", x: [1], y: [1] }],
  layout: { width: 300, height: 200 },
  config: {},
};

describe("thePage", () => {
  it("is one page a process, which hands out layers and what is read of them", async () => {
    expect(thePage()).toBe(thePage());
    const names = await thePage().draw(input, (layers) => layers.map((layer) => layer.nodeName));
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names)).toEqual(new Set(["svg"]));
  });

  it("keeps the order of drawings and passes on what the reader throws", async () => {
    const order: number[] = [];
    const failing = thePage().draw(input, () => {
      order.push(1);
      throw new Error("reader");
    });
    const next = thePage().draw(input, () => order.push(2));
    await expect(failing).rejects.toThrow("reader");
    await next;
    expect(order).toEqual([1, 2]);
  });
});
