export { type DanfoFrame, fromDanfo, type MissingRule, toDanfo } from "./danfo.js";
export type { Issue, IssueCode } from "./issue.js";
export { sha256OfFile } from "./provenance.js";
export { readTable, type TableReading } from "./read-table.js";
export { completeRows, selectRows } from "./select-rows.js";
export { type ArqueroTable, type ColumnValues, column, hasColumn, type Table } from "./table.js";
export type {
  BooleanColumn,
  CategoryColumn,
  ColumnSchema,
  NumberColumn,
  TableSchema,
  TextColumn,
} from "./table-schema.js";
export { toCsv, writeCsv } from "./write-csv.js";
