import type { PrintedSpread } from "../analysis/index.js";
import type { MeanClaim, TwoMeansClaim } from "./claim.js";
import { changeInto, leastChange } from "./least-change.js";
import { smallestChange } from "./smallest-change.js";
import type { Change, Figure } from "./verdict.js";
import { listOf } from "./wording.js";

/** One group of a claim about means. */
export interface MeanGroup {
  /** Which arm; undefined where the claim has one group. */
  readonly arm: string | undefined;
  /** Undefined where it is not printed. */
  readonly n: string | undefined;
  readonly mean: string;
  readonly sd: string;
}

/** A figure of a group that may be wrong. */
export type GroupField = "n" | "mean" | "sd";

/** Units of the last digit by which a figure is moved. */
const STEPS = 20;

/** The groups of a claim, in the order of its arms. */
export function groupsOf(claim: MeanClaim | TwoMeansClaim): readonly MeanGroup[] {
  if (claim.kind === "mean") {
    return [{ arm: undefined, n: claim.n, mean: claim.mean, sd: claim.sd }];
  }
  return claim.arms.map((arm, i) => ({
    arm,
    n: claim.n?.[i],
    mean: claim.mean[i]!,
    sd: claim.sd[i]!,
  }));
}

/**
 * What may be printed behind ±, the likelier first: in a claim of one mean the standard deviation of
 * the sample; in one of two means also the standard error, where the source does not say, and the
 * standard deviation with the divisor n, to which nothing but the numbers would point.
 */
export function readingsOf(claim: MeanClaim | TwoMeansClaim): readonly PrintedSpread[] {
  if (claim.kind === "mean") return ["sd"];
  const spread = claim.spread ?? "unstated";
  return spread === "unstated" ? ALL_READINGS : [spread];
}

/** What a reading is called. */
export const READINGS: Readonly<Record<PrintedSpread, string>> = {
  sd: "standard deviation",
  sem: "standard error",
  "population-sd": "standard deviation with the divisor n",
};

/** Every reading, the likelier first. */
export const ALL_READINGS: readonly PrintedSpread[] = ["sd", "sem", "population-sd"];

/** `standard deviation or standard error`. */
export function readingsInWords(readings: readonly PrintedSpread[]): string {
  return listOf(
    readings.map((reading) => READINGS[reading]),
    "or",
  );
}

/** The first reading by which all groups are possible. */
export function commonReading(
  groups: readonly MeanGroup[],
  readings: readonly PrintedSpread[],
  isPossible: (group: MeanGroup, reading: PrintedSpread) => boolean,
): PrintedSpread | undefined {
  return readings.find((reading) => groups.every((group) => isPossible(group, reading)));
}

/** `3D: `, or nothing for a single group. */
export function inArm({ arm }: MeanGroup): string {
  return arm === undefined ? "" : `${arm}: `;
}

/** A printed number with its sign turned over. */
export function withOtherSign(printed: string): string {
  return /^[-−]/.test(printed) ? printed.slice(1) : `-${printed.replace(/^\+/, "")}`;
}

/** The printed figures of a group, labelled with its arm. */
export function figuresOfGroup(
  group: MeanGroup,
  fields: readonly GroupField[] = ["mean", "sd", "n"],
): readonly Figure[] {
  return fields.flatMap((field) => {
    const printed = group[field];
    return printed === undefined ? [] : [{ label: labelOf(group, field), printed }];
  });
}

/** The least change of one figure of a group after which it is possible. */
export function smallestChangeOfGroup(
  group: MeanGroup,
  fields: readonly GroupField[],
  isPossible: (changed: MeanGroup) => boolean,
): Change | undefined {
  const { n, mean, sd } = group;
  const about = { id: "", study: "", source: "", label: "" };
  const claim: MeanClaim = { ...about, kind: "mean", n: n ?? "", mean, sd };
  const printed = fields.filter((field) => group[field] !== undefined);
  const change = smallestChange(
    claim,
    printed,
    (one) =>
      (n === undefined || Number(one.n) >= 2) &&
      !one.sd.startsWith("-") &&
      isPossible({ ...group, mean: one.mean, sd: one.sd, n: n === undefined ? n : one.n }),
    { steps: STEPS },
  );
  return change && { ...change, label: labelOf(group, change.label as GroupField) };
}

/**
 * The least change of one figure of one of the groups after which all are possible together; a spread
 * may also be exchanged for what another meaning of ± would have there.
 */
export function smallestChangeOfGroups(
  groups: readonly MeanGroup[],
  arePossible: (changed: readonly MeanGroup[]) => boolean,
): Change | undefined {
  return leastChange(
    groups.flatMap((group) => {
      const isPossible = (changed: MeanGroup): boolean =>
        arePossible(groups.map((one) => (one === group ? changed : one)));
      const [sd] = figuresOfGroup(group, ["sd"]);
      const exchanged = [Math.sqrt(Number(group.n)), 1 / Math.sqrt(Number(group.n))].map(
        (factor) => {
          const value = Number(group.sd) * factor;
          const near = changeInto(sd!.label, group.sd, { lower: value, upper: value });
          if (near === undefined) return undefined;
          const moved = { ...group, sd: near.instead };
          const found = isPossible(moved) ? near : smallestChangeOfGroup(moved, ["sd"], isPossible);
          return found && { ...near, instead: found.instead };
        },
      );
      return [smallestChangeOfGroup(group, ["mean", "sd", "n"], isPossible), ...exchanged];
    }),
  );
}

function labelOf({ arm }: MeanGroup, field: GroupField): string {
  return arm === undefined ? field : `${field} (${arm})`;
}
