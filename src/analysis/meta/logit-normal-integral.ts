import { gaussHermite, InvalidInput } from "../../numeric/index.js";
import { expit, logOnePlusExp } from "./bivariate-likelihood.js";

/** Binomial counts of one group whose logit is `at + slope·u` with u standard normal between studies. */
export interface LogitNormalGroup {
  readonly events: number;
  readonly n: number;
  readonly at: number;
  readonly slope: number;
}

const MAX_STEPS = 100;

/** The integral, and what Newton's search of a shift common to all logits asks. */
export interface LogitNormalIntegral {
  readonly log: number;
  readonly score: number; // derivative of the logarithm in the shift
  readonly information: number; // minus the second derivative
}

/**
 * ln ∫ Π p(events | at + slope·u) φ(u) du over the groups of one study, without the binomial
 * coefficients, by Gauss and Hermite's rule centred at the mode and scaled by the curvature there.
 *
 * @param count - nodes; 1 is Laplace's approximation
 * @source [@pinheiro1995]
 */
export function logitNormalIntegral(
  groups: readonly LogitNormalGroup[],
  count: number,
): LogitNormalIntegral {
  const logDensity = (u: number): number => {
    let total = (-u * u) / 2;
    for (const { events, n, at, slope } of groups) {
      const eta = at + slope * u;
      total += events * eta - n * logOnePlusExp(eta);
    }
    return total;
  };
  let mode = 0;
  let top = logDensity(mode);
  let curvature = 1;
  for (let i = 0; i < MAX_STEPS; i++) {
    let gradient = -mode;
    curvature = 1;
    for (const { events, n, at, slope } of groups) {
      const p = expit(at + slope * mode);
      gradient += slope * (events - n * p);
      curvature += slope * slope * n * p * (1 - p);
    }
    let step = gradient / curvature;
    let next = logDensity(mode + step);
    while (next < top - 1e-9 * (1 + Math.abs(top))) {
      step /= 2;
      next = logDensity(mode + step);
    }
    mode += step;
    top = next;
    if (Math.abs(step) < 1e-13 * (1 + Math.abs(mode))) break;
  }
  const { nodes, weights } = gaussHermite(count);
  const scale = Math.SQRT2 / Math.sqrt(curvature);
  let [integral, scores, squares, spreads] = [0, 0, 0, 0];
  for (let j = 0; j < count; j++) {
    const z = nodes[j]!;
    const u = mode + scale * z;
    const mass = weights[j]! * Math.exp(z * z + logDensity(u) - top);
    let [score, spread] = [0, 0];
    for (const { events, n, at, slope } of groups) {
      const p = expit(at + slope * u);
      score += events - n * p;
      spread += n * p * (1 - p);
    }
    integral += mass;
    scores += mass * score;
    squares += mass * score * score;
    spreads += mass * spread;
  }
  const score = scores / integral;
  return {
    log: top + Math.log((integral * scale) / Math.sqrt(2 * Math.PI)),
    score,
    information: (spreads - squares) / integral + score * score,
  };
}

/**
 * Refuses what cannot be the number of nodes of a quadrature.
 *
 * @throws InvalidInput unless it is an integer from 1 to 100
 */
export function checkNodes(where: string, nodes: number): void {
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > 100) {
    throw new InvalidInput(where, `needs 1 to 100 nodes; got ${nodes}`, "nodes");
  }
}
