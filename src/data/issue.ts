/** What is odd about a value that was read all the same. */
export type IssueCode = "OUT_OF_RANGE" | "MISSING" | "DUPLICATE";

/** One odd value of a table: the reader decides what it means, the file is not at fault. */
export interface Issue {
  readonly code: IssueCode;
  /** A sentence with the value and what was expected. */
  readonly message: string;
  /** The file, as it was named by the caller. */
  readonly path: string;
  /** Row of data, 1 for the first below the header. */
  readonly row: number;
  readonly column: string;
}
