import { describe, expect, it } from "vitest";
import * as analysis from "../../src/analysis/index.js";
import { InvalidInput } from "../../src/numeric/index.js";
import { spoiledCalls } from "../spoiled.js";
import { VALID_CALLS as agreement } from "./agreement/valid-calls.js";
import { VALID_CALLS as compare } from "./compare/valid-calls.js";
import { VALID_CALLS as consistency } from "./consistency/valid-calls.js";
import { VALID_CALLS as design } from "./design/valid-calls.js";
import { VALID_CALLS as diagnostic } from "./diagnostic/valid-calls.js";
import { VALID_CALLS as meta } from "./meta/valid-calls.js";
import { VALID_CALLS as prediction } from "./prediction/valid-calls.js";
import { VALID_CALLS as proportion } from "./proportion/valid-calls.js";
import { VALID_CALLS as reliability } from "./reliability/valid-calls.js";
import { VALID_CALLS as roc } from "./roc/valid-calls.js";

const calls = [
  ...[agreement, compare, consistency, design, diagnostic],
  ...[meta, prediction, proportion, reliability, roc],
].flat();

const nameOf = new Map<unknown, string>(
  Object.entries(analysis).flatMap(([name, value]) =>
    typeof value === "function" ? [[value, name] as const] : [],
  ),
);

describe("every function of ostia/analysis", () => {
  it("has a valid call to spoil", () => {
    const called = new Set<unknown>(calls.map(({ fn }) => fn));
    const without = [...nameOf].filter(([fn]) => !called.has(fn)).map(([, name]) => name);
    expect(without).toEqual([]);
  });

  for (const call of calls) {
    const name = nameOf.get(call.fn) ?? call.fn.name;
    it(`${name} refuses what is wrong, saying where and what came`, () => {
      expect(() => call.fn(...(call.args as never[]))).not.toThrow();
      const accepted = spoiledCalls(call).flatMap(({ label, args }) => {
        try {
          call.fn(...(args as never[]));
          return [`${label} is accepted`];
        } catch (error) {
          const said = error instanceof InvalidInput && error.message.startsWith(`${name}: `);
          return said ? [] : [`${label}: ${error}`];
        }
      });
      expect(accepted).toEqual([]);
    });
  }
});
