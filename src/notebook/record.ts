/** A parameter as a run used it. */
export interface ParameterValue {
  readonly name: string;
  /** The declared TypeScript type, as written. */
  readonly type: string;
  readonly value: ParameterLiteral;
  readonly default: ParameterLiteral;
}

/** What a parameter can hold. */
export type ParameterLiteral = number | string | boolean | readonly ParameterLiteral[];

/** A file that a notebook read, by its path from the project's root. */
export interface DatasetHash {
  readonly path: string;
  readonly sha256: string;
}

/** What one code cell read and which earlier cells it builds on. */
export interface CellTrace {
  /** Position among all cells of the notebook, from 1. */
  readonly index: number;
  readonly label?: string;
  /** Files that this cell itself read. */
  readonly reads: readonly string[];
  /** Positions of the cells whose values reach this one, directly or through others. */
  readonly uses: readonly number[];
}

/** SHA-256 of each thing that a notebook's outputs depend on; together they are the freshness key. */
export interface KeyParts {
  readonly code: string;
  readonly parameters: string;
  readonly datasets: string;
  readonly library: string;
  readonly lock: string;
}

/** What an executed notebook was made from; stored beside it. */
export interface RunRecord {
  readonly schema: "ostia-run/1";
  /** Path of the notebook from the project's root. */
  readonly notebook: string;
  /** SHA-256 over the parts: equal keys mean equal outputs. */
  readonly key: string;
  readonly parts: KeyParts;
  readonly parameters: readonly ParameterValue[];
  /** Values of the parameters named `seed` or ending in `Seed`. */
  readonly seeds: readonly number[];
  readonly datasets: readonly DatasetHash[];
  readonly cells: readonly CellTrace[];
  readonly versions: {
    readonly node: string;
    readonly ostia: string;
    readonly tslab: string;
    readonly typescript: string;
    /** SHA-256 of the lock file. */
    readonly lock: string;
  };
  /** SHA-256 of the notebook, words included: they may change without a run. */
  readonly sourceSha256: string;
  /** SHA-256 of the executed notebook, so that an edited or torn copy is noticed. */
  readonly outputSha256: string;
}
