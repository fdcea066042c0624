import {
  bivariateAccuracy,
  heterogeneity,
  type Interval,
  mantelHaenszel,
  metaBinary,
  metaProportions,
  metaProportionsGlmm,
  type PooledEffect,
  type PoolingMethod,
  petoOddsRatio,
  poolEffects,
} from "../../src/analysis/index.js";
import { binomialQuantile, type Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const STUDIES = 8;
const EFFECT = -0.4; // log odds ratio
const TAU2 = 0.1;
const UNIT_VARIANCE = 4; // of an effect times patients an arm: log odds ratios near one half have 8/n

/** Effects of eight studies of about n patients an arm. */
function effectsOf(random: Random, n: number): { effects: number[]; variances: number[] } {
  const variances = Array.from(
    { length: STUDIES },
    () => UNIT_VARIANCE / (n * (0.5 + random.uniform())),
  );
  const effects = variances.map((v) => EFFECT + Math.sqrt(TAU2 + v) * random.normal());
  return { effects, variances };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function drawn(random: Random, n: number, chance: number): number {
  return binomialQuantile(random.uniform(), n, chance);
}

const POOLS: Readonly<Record<string, PoolingMethod>> = {
  "common effect": "common-effect",
  "DerSimonian-Laird": "dersimonian-laird",
  "Paule-Mandel": "paule-mandel",
  REML: "reml",
  ML: "ml",
};

const pooledEffect: CoverageScenario = {
  statistic: "pooled effect",
  population: "8 studies of about n patients an arm, effects normal, τ² 0.1",
  truth: EFFECT,
  intervals: (random, n) => {
    const { effects, variances } = effectsOf(random, n);
    const by = (method: PoolingMethod, test: PooledEffect["test"]): Interval =>
      poolEffects(effects, variances, method, { test }).estimate.ci;
    return {
      ...Object.fromEntries(
        Object.entries(POOLS).map(([name, method]) => [name, by(method, "normal")]),
      ),
      "DerSimonian-Laird, Hartung-Knapp": by("dersimonian-laird", "hartung-knapp"),
      "REML, Hartung-Knapp": by("reml", "hartung-knapp"),
      "REML, Hartung-Knapp with floor": by("reml", "hartung-knapp-ad-hoc"),
    };
  },
};

const furtherEffect: CoverageScenario = {
  statistic: "effect of a further study, about its prediction interval",
  population: "8 studies of about n patients an arm, effects normal, τ² 0.1",
  truth: 0,
  intervals: (random, n) => {
    const { effects, variances } = effectsOf(random, n);
    const further = EFFECT + Math.sqrt(TAU2) * random.normal();
    const from = ({ lower, upper, level }: Interval): Interval => ({
      lower: lower - further,
      upper: upper - further,
      level,
    });
    const plain = poolEffects(effects, variances, "reml").predictions;
    const knapp = poolEffects(effects, variances, "reml", { test: "hartung-knapp" }).predictions;
    return {
      "REML, normal": from(plain.normal),
      "REML, t on k - 2": from(plain.tKMinus2),
      "REML, Hartung-Knapp, t on k - 1": from(knapp.tKMinus1),
    };
  },
};

const variance: CoverageScenario = {
  statistic: "variance between studies",
  population: "8 studies of about n patients an arm, effects normal, τ² 0.1",
  truth: TAU2,
  intervals: (random, n) => {
    const { effects, variances } = effectsOf(random, n);
    return { "Q-profile": heterogeneity(effects, variances).tau2.ci };
  },
};

const RARE = 0.1; // risk of the second arm
const LOG_ODDS_RATIO = Math.log(0.6);

const oddsRatio: CoverageScenario = {
  statistic: "log odds ratio of rare events",
  population: "8 studies of n patients an arm, risk 0.1, odds ratio 0.6 in all",
  truth: LOG_ODDS_RATIO,
  intervals: (random, n) => {
    const treated = expit(Math.log(RARE / (1 - RARE)) + LOG_ODDS_RATIO);
    const sizes = new Array<number>(STUDIES).fill(n);
    const studies = {
      events1: sizes.map(() => drawn(random, n, treated)),
      n1: sizes,
      events2: sizes.map(() => drawn(random, n, RARE)),
      n2: sizes,
    };
    const inverse = (method: PoolingMethod): Interval =>
      metaBinary(studies, "log-odds-ratio", method).estimate.ci;
    return {
      "Mantel-Haenszel": mantelHaenszel(studies, "log-odds-ratio").estimate.ci,
      Peto: petoOddsRatio(studies).estimate.ci,
      "inverse variance, common effect": inverse("common-effect"),
      "inverse variance, DerSimonian-Laird": inverse("dersimonian-laird"),
    };
  },
};

const PROPORTION = 0.1;

const proportion: CoverageScenario = {
  statistic: "pooled proportion",
  population: "8 studies of n patients, proportion 0.1 in all",
  truth: PROPORTION,
  intervals: (random, n) => {
    const sizes = new Array<number>(STUDIES).fill(n);
    const studies = { events: sizes.map(() => drawn(random, n, PROPORTION)), n: sizes };
    const scale = (name: "logit" | "arcsine" | "freeman-tukey" | "raw"): Interval =>
      metaProportions(studies, name, "common-effect").proportion.ci;
    return {
      logit: scale("logit"),
      arcsine: scale("arcsine"),
      "Freeman-Tukey": scale("freeman-tukey"),
      raw: scale("raw"),
      GLMM: metaProportionsGlmm(studies).proportion.ci,
    };
  },
};

const LOGIT_SENSITIVITY = Math.log(0.85 / 0.15);
const LOGIT_SPECIFICITY = Math.log(0.8 / 0.2);
const SD = 0.5; // of both logits between studies
const CORRELATION = -0.4;
const ACCURACY_STUDIES = 10;

const sensitivity: CoverageScenario = {
  statistic: "sensitivity by the bivariate model",
  population:
    "10 studies of n diseased and n healthy, logits binormal with SD 0.5, correlation -0.4",
  truth: expit(LOGIT_SENSITIVITY),
  intervals: (random, n) => {
    const rows = Array.from({ length: ACCURACY_STUDIES }, () => {
      const u = random.normal();
      const v = CORRELATION * u + Math.sqrt(1 - CORRELATION ** 2) * random.normal();
      const tp = drawn(random, n, expit(LOGIT_SENSITIVITY + SD * u));
      return { tp, tn: drawn(random, n, expit(LOGIT_SPECIFICITY + SD * v)) };
    });
    const fit = bivariateAccuracy({
      truePositives: rows.map(({ tp }) => tp),
      falseNegatives: rows.map(({ tp }) => n - tp),
      trueNegatives: rows.map(({ tn }) => tn),
      falsePositives: rows.map(({ tn }) => n - tn),
    });
    return { "bivariate GLMM, normal": fit.sensitivity.ci };
  },
};

/** Interval methods of this folder of src/analysis. */
export const SCENARIOS: readonly CoverageScenario[] = [
  pooledEffect,
  furtherEffect,
  variance,
  oddsRatio,
  proportion,
  sensitivity,
];
