import { describe, expect, it } from "vitest";
import { findClaim } from "../../src/claims/find-claim.js";
import { readClaims } from "../../src/claims/read-claims.js";

const claims = readClaims("datasets/published/claims.json");

describe("findClaim", () => {
  it("gives the claim with the fields of its kind", () => {
    const found = findClaim(claims, "proportion", "ripley-2016/leak-found/text");
    expect([found.count, found.n]).toEqual(["6", "9"]);
  });

  it("refuses an id that no claim has", () => {
    expect(() => findClaim(claims, "proportion", "ripley-2016/leak/text")).toThrow(
      'got "ripley-2016/leak/text"',
    );
  });

  it("refuses a claim of another kind, naming both", () => {
    expect(() => findClaim(claims, "two-means", "ripley-2016/n/text")).toThrow(
      'needs a claim of kind "two-means"; "ripley-2016/n/text" is "sample-size"',
    );
  });
});
