/** One figure that two sources print. */
export interface ComparedFigure {
  readonly label: string;
  readonly here: string;
  readonly there: string;
  /** Some number is printed as both. */
  readonly agrees: boolean;
}
