/** The longest that a task may take: a share of a peer's time, or milliseconds where no peer does it. */
export interface Goal {
  readonly task: string;
  readonly n: number;
  readonly peer: RegExp | number;
  /** Largest ratio to the peer. */
  readonly most: number;
}

const PROC = /pROC/;
const SCRIPT = /fast DeLong/;

export const GOALS: readonly Goal[] = [
  ...["delong_var", "delong_paired"].flatMap((task) =>
    [1e3, 1e4, 1e5, 1e6].flatMap((n) => [
      { task, n, peer: PROC, most: 0.2 },
      { task, n, peer: SCRIPT, most: 1 },
    ]),
  ),
  { task: "boot_auc_2000", n: 1e3, peer: PROC, most: 0.05 },
  { task: "boot_auc_2000", n: 1e5, peer: PROC, most: 0.05 },
  { task: "passing_bablok", n: 5e3, peer: /naive/, most: 0.02 },
  { task: "passing_bablok", n: 1e6, peer: 10_000, most: 1 },
  { task: "bland_altman", n: 1e6, peer: /R .* base/, most: 1 },
  { task: "icc", n: 1e5, peer: /base sums of squares/, most: 1 },
  { task: "fleiss_kappa", n: 1e5, peer: /base tabulate/, most: 1 },
  { task: "meta_reml", n: 1e3, peer: /metafor/, most: 0.2 },
  { task: "mann_whitney_ties", n: 400, peer: 200, most: 1 },
];
