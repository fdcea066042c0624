import type { ClaimKind } from "../../src/claims/index.js";
import { type Random, seeded } from "../../src/numeric/index.js";
import { printed } from "../printing.js";

type Fields = Record<string, unknown>;

/**
 * Claims of every kind as a file would hold them: some that data gave, some that none could, some
 * with what they need left out, and every tenth quantity printed by two sources.
 */
export function manyClaims(count: number, seed: number): Fields[] {
  const random = seeded(seed);
  const claims: Fields[] = [];
  for (let i = 0; claims.length < count; i++) {
    const kind = pick(KINDS, random);
    const fields = MAKERS[kind](random);
    const claim = (source: string, own: Fields): Fields => ({
      id: `study-${i % 40}/quantity-${i}/${source}`,
      study: `study-${i % 40}`,
      source,
      kind,
      label: `quantity ${i}`,
      ...own,
    });
    claims.push(claim("text", fields));
    if (i % 10 === 0 && claims.length < count) {
      claims.push(claim("table", random.uniform() < 0.5 ? fields : MAKERS[kind](random)));
    }
  }
  return claims;
}

const MAKERS: Readonly<Record<ClaimKind, (random: Random) => Fields>> = {
  "sample-size": (random) => ({ n: whole(1, 400, random) }),
  proportion: (random) => {
    const n = 1 + random.integer(300);
    const count = random.integer(n + 1);
    const off = random.uniform() < 0.3 ? 1.3 * random.normal() : 0;
    const share = within((100 * count) / n + off, 0, 100);
    return {
      n: String(n),
      ...maybe({ count: String(count) }, random),
      percent: printed(share, random.integer(2), "half-up"),
      ...maybe({ ci: ends(within(share - 8, 0, 100), within(share + 9, 0, 100), 1) }, random),
    };
  },
  "two-proportions": (random) => {
    const arms = [0, 1].map(() => {
      const n = 10 + random.integer(191);
      return { n, count: random.integer(n + 1) };
    });
    const percent = {
      percent: arms.map(({ n, count }) => printed((100 * count) / n, random.integer(2))),
    };
    const count = { count: arms.map((arm) => String(arm.count)) };
    return {
      arms: ["3D", "control"],
      ...(random.uniform() < 0.9 ? { n: arms.map(({ n }) => String(n)) } : {}),
      ...pick([percent, count, { ...percent, ...count }], random),
      ...maybe(someP(random), random, 0.9),
      ...maybe(
        { test: pick(["fisher", "χ²", "Fisher's exact test", "boschloo", "z"], random) },
        random,
        0.3,
      ),
    };
  },
  "two-means": (random) => ({
    arms: ["3D", "control"],
    ...maybe({ n: [whole(5, 80, random), whole(5, 80, random)] }, random, 0.9),
    mean: [decimal(20, 30, 1, random), decimal(20, 30, 1, random)],
    sd: [decimal(1, 12, 1, random), decimal(1, 12, 1, random)],
    ...maybe(someP(random), random, 0.9),
    ...maybe({ test: pick(["t", "Welch's t-test", "Mann-Whitney"], random) }, random),
    ...maybe({ integer: true, minimum: 0, maximum: 60 }, random, 0.3),
  }),
  "two-means-paired": (random) => ({
    arms: ["CT", "TOE"],
    n: whole(5, 80, random),
    mean: [decimal(20, 30, 1, random), decimal(20, 30, 1, random)],
    sd: [decimal(1, 6, 1, random), decimal(1, 6, 1, random)],
    ...someP(random),
    ...maybe({ r: decimal(-0.2, 1, 2, random) }, random),
  }),
  mean: (random) => {
    const mean = 1 + 4 * random.uniform();
    return {
      n: whole(5, 60, random),
      mean: printed(mean, 2),
      sd: decimal(0.2, 2, 2, random),
      ...maybe({ integer: true, minimum: 0, maximum: 7 }, random),
      ...maybe({ ci: ends(mean - 0.3, mean + 0.3, 2) }, random),
    };
  },
  "two-medians": (random) => {
    const median = [10 + 20 * random.uniform(), 10 + 20 * random.uniform()];
    return {
      arms: ["3D", "control"],
      ...maybe({ n: [whole(5, 80, random), whole(5, 80, random)] }, random),
      median: median.map((one) => printed(one, 1)),
      ...maybe({ q1: median.map((one) => printed(one - 6 * random.uniform() + 0.5, 1)) }, random),
      ...maybe({ q3: median.map((one) => printed(one + 6 * random.uniform() - 0.5, 1)) }, random),
      ...maybe({ ratio: printed(median[1]! / median[0]!, 1) }, random),
      ...maybe(someP(random), random),
    };
  },
  correlation: (random) => ({
    ...maybe({ n: whole(5, 80, random) }, random, 0.9),
    r: decimal(-0.95, 0.95, 2, random),
    ...maybe(someP(random), random, 0.8),
    ...maybe({ ci: [decimal(-0.9, 0, 2, random), decimal(0, 0.9, 2, random)] }, random),
    coefficient: pick(["pearson", "spearman", "concordance"], random),
  }),
  reliability: (random) => ({
    n: whole(5, 60, random),
    raters: whole(2, 5, random),
    icc: decimal(0.2, 0.98, 2, random),
    ...maybe({ ci: [decimal(0, 0.6, 2, random), decimal(0.6, 1, 2, random)] }, random),
  }),
  auc: (random) => {
    const n = 20 + random.integer(200);
    const auc = 0.5 + 0.48 * random.uniform();
    return {
      n: String(n),
      ...maybe({ cases: String(1 + random.integer(n - 1)) }, random, 0.8),
      auc: printed(auc, 2),
      ...maybe({ ci: ends(Math.max(0, auc - 0.1), Math.min(1, auc + 0.09), 2) }, random),
      ...maybe(someP(random), random, 0.3),
    };
  },
  effect: (random) => {
    const [log, half] = [random.normal(), 0.2 + random.uniform()];
    const isRatio = random.uniform() < 0.6;
    const of = (x: number): number => (isRatio ? Math.exp(x) : x);
    return {
      measure: isRatio ? pick(["RR", "OR", "HR"], random) : pick(["RD", "MD", "SMD"], random),
      estimate: printed(of(log + (random.uniform() < 0.3 ? 0.4 * random.normal() : 0)), 2),
      ci: ends(of(log - half), of(log + half), 2),
      ...maybe(someP(random), random),
      ...maybe({ level: 90 }, random, 0.1),
    };
  },
  test: (random) => {
    const statistic = pick(["t", "F", "chi2", "z"] as const, random);
    const df = { t: ["22"], F: ["2", "40"], chi2: ["1"], z: [] }[statistic];
    return { statistic, value: decimal(0, 8, 2, random), df, p: someP(random).p };
  },
  "bland-altman": (random) => {
    const [bias, sd] = [random.normal(), 0.5 + random.uniform()];
    const off = random.uniform() < 0.3 ? 0.3 : 0;
    return {
      ...maybe({ n: whole(8, 80, random) }, random, 0.8),
      bias: printed(bias, 2),
      ...maybe({ biasCi: ends(bias - 0.4, bias + 0.4, 2) }, random),
      ...maybe({ sd: printed(sd, 2) }, random),
      limits: ends(bias - 1.96 * sd + off, bias + 1.96 * sd, 2),
    };
  },
  "two-by-two": (random) => {
    const [a, b, c, d] = [0, 1, 2, 3].map(() => random.integer(60)) as [
      number,
      number,
      number,
      number,
    ];
    const rate = (count: number, n: number): string =>
      n === 0
        ? "50"
        : printed((100 * count) / n + (random.uniform() < 0.2 ? 3 : 0), random.integer(2));
    return {
      counts: [
        [String(a), String(b)],
        [String(c), String(d)],
      ],
      ...maybe({ sensitivity: rate(a, a + c) }, random, 0.8),
      ...maybe({ specificity: rate(d, b + d) }, random, 0.8),
      ...maybe({ ppv: rate(a, a + b) }, random),
      ...maybe({ accuracy: rate(a + d, a + b + c + d) }, random),
      ...maybe({ odds: decimal(0.1, 12, 1, random) }, random, 0.3),
      ...maybe(someP(random), random, 0.3),
    };
  },
  range: (random) => ({ low: decimal(0, 50, 0, random), high: decimal(10, 90, 0, random) }),
  statement: (random) => ({ rank: whole(1, 3, random) }),
};

const KINDS = Object.keys(MAKERS) as ClaimKind[];

function pick<T>(things: readonly T[], random: Random): T {
  return things[random.integer(things.length)]!;
}

function maybe<T extends Fields>(
  fields: T,
  random: Random,
  chance = 0.5,
): T | Record<string, never> {
  return random.uniform() < chance ? fields : {};
}

function whole(least: number, most: number, random: Random): string {
  return String(least + random.integer(most - least + 1));
}

function decimal(least: number, most: number, decimals: number, random: Random): string {
  return printed(least + (most - least) * random.uniform(), decimals);
}

function ends(lower: number, upper: number, decimals: number): [string, string] {
  return [printed(lower, decimals), printed(upper, decimals)];
}

function someP(random: Random): { p: string } {
  if (random.uniform() < 0.3) return { p: pick(["<0.05", "<0.01", "<0.001", ">0.05"], random) };
  return { p: printed(random.uniform() ** 3, 1 + random.integer(3)) };
}

function within(x: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, x));
}
