import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { answer } from "../src/exchange/index.js";
import {
  corrected,
  type Dispute,
  type GoldenCase,
  type Informational,
  numbersCompared,
  unmet,
} from "./golden.js";

/**
 * Every reference case of a folder against the function that its statistic names. Another folder
 * of the same schema: REFERENCE_DIR=… npm test -- test/reference.test.ts
 */
const FOLDER =
  process.env.REFERENCE_DIR ?? fileURLToPath(new URL("reference/statistics", import.meta.url));

/** Where R itself stops early or rounds: the right numbers and their proof. */
const disputes: readonly Dispute[] = JSON.parse(
  readFileSync(new URL("reference/disputed.json", import.meta.url), "utf8"),
);

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({ name, json: JSON.parse(readFileSync(join(FOLDER, name), "utf8")) }));

/** Ours, and what another folder adds. */
const informational: Informational = {
  ...JSON.parse(
    readFileSync(new URL("reference/statistics/informational.json", import.meta.url), "utf8"),
  ),
  ...files.find(({ name }) => name === "informational.json")?.json,
};
const cases = files
  .map(({ name, json }) => ({ name, one: json as GoldenCase }))
  .filter(({ one }) => one.schema === "golden/1");

describe(`the ${cases.length} reference cases of ${FOLDER}`, () => {
  let numbers = 0;
  const disputed = disputes.filter((dispute) =>
    cases.some(({ one }) => one.id === dispute.case),
  ).length;
  afterAll(() => {
    const ids = new Set(cases.map(({ one }) => one.statistic));
    console.log(`${cases.length} cases of ${ids.size} statistics, ${numbers} numbers compared`);
    console.log(
      `${disputed} of them with a number in place of R's, see test/reference/disputed.json`,
    );
  });

  it("are there", () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  for (const { name, one } of cases) {
    it(name, () => {
      const right = corrected(one, disputes);
      expect(unmet(answer(one.statistic, one.input), right, informational)).toEqual([]);
      numbers += numbersCompared(one, informational);
    });
  }
});
