import { poissonTerm } from "./point-mass.js";

/**
 * Σ P(J = j)·tail(j) for a Poisson J: the form of the noncentral χ², F and beta tails.
 *
 * The terms rise to one peak and fall, so they are summed outwards from it; all are positive, and
 * so the sum keeps its relative precision however small it is.
 *
 * @param mean - of J, above 0
 * @param tail - of the central distribution with j added to its shape, log-concave in j
 * @param rising - whether the tail grows with j (an upper tail) or falls (a lower one)
 */
export function poissonMixture(
  mean: number,
  tail: (j: number) => number,
  { rising }: { rising: boolean },
): number {
  const term = (j: number): number => poissonTerm(j, mean) * tail(j);
  const peak = peakOf(term, mean, rising);
  let sum = term(peak);
  for (const side of [-1, 1]) {
    for (let j = peak + side; j >= 0; j += side) {
      const value = term(j);
      sum += value;
      if (!(value > sum * (Number.EPSILON / 64))) break;
    }
  }
  return Math.min(1, sum);
}

/** Where the terms peak: at most the mean for a falling tail, at least it for a rising one. */
function peakOf(term: (j: number) => number, mean: number, rising: boolean): number {
  const centre = Math.floor(mean);
  // Where both neighbours underflow, the tail lies out on the side where it is larger.
  const climbs = (j: number): boolean => {
    const [here, next] = [term(j), term(j + 1)];
    return here === 0 && next === 0 ? rising : next > here;
  };
  let below = rising ? centre : 0;
  let above = centre;
  if (rising) {
    let step = 1;
    while (climbs(above) && step < 2 ** 40) {
      below = above;
      above += step;
      step *= 2;
    }
  }
  while (above > below) {
    const middle = Math.floor((below + above) / 2);
    if (climbs(middle)) below = middle + 1;
    else above = middle;
  }
  return below;
}
