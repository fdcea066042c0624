/** What every column may say about itself. */
interface AnyColumn {
  /** What the column holds, in words, for tables and code books. */
  readonly description?: string;
  /** Words that stand for a missing value; `""` and `"NA"` unless told. */
  readonly missing?: readonly string[];
  /** True when missing values are expected, so that none of them becomes an issue. */
  readonly mayBeMissing?: boolean;
  /** False when the file may lack the whole column; true unless told. */
  readonly required?: boolean;
  /** True when the column's name looks like personal data although it holds none. */
  readonly harmless?: boolean;
}

/** Text, kept to the letter: the id `001` stays `"001"`. */
export interface TextColumn extends AnyColumn {
  readonly type: "text";
  /** True when no two rows may share a value, as in a column of ids. */
  readonly unique?: boolean;
}

/** A quantity; a value outside the range becomes an issue and is kept. */
export interface NumberColumn extends AnyColumn {
  readonly type: "number" | "integer";
  /** Unit of the values and of the range, such as `"mm"`. */
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Yes or no, in the words of the file. */
export interface BooleanColumn extends AnyColumn {
  readonly type: "boolean";
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** One of a few named levels, in their order. */
export interface CategoryColumn extends AnyColumn {
  readonly type: "category";
  readonly levels: readonly string[];
}

/** What a column holds. */
export type ColumnSchema = TextColumn | NumberColumn | BooleanColumn | CategoryColumn;

/** The columns of a table, by name, and how the file is written. */
export interface TableSchema {
  readonly columns: Readonly<Record<string, ColumnSchema>>;
  /** What stands between two cells; a comma unless told. */
  readonly separator?: "," | ";" | "\t";
  /** The decimal mark of the numbers; a point unless told. */
  readonly decimal?: "." | ",";
}

/** Words that stand for a missing value where a column names none. */
export const MISSING_WORDS: readonly string[] = ["", "NA"];
