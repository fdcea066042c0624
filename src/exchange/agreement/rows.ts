import type { SubjectName } from "../../analysis/index.js";

/** Columns by rows that have a subject and every value. */
export interface NamedRows {
  readonly subjects: SubjectName[];
  readonly columns: number[][];
}

/** The rows without a missing subject or value; columns of unequal lengths stay as they are, to be refused. */
export function namedRows(
  subject: readonly (SubjectName | null)[],
  columns: readonly (readonly number[])[],
): NamedRows {
  const isRagged = columns.some(({ length }) => length !== subject.length);
  const isKept = (i: number): boolean =>
    isRagged || (subject[i] !== null && columns.every((column) => !Number.isNaN(column[i])));
  return {
    subjects: subject.filter((_, i) => isKept(i)) as SubjectName[],
    columns: columns.map((column) => column.filter((_, i) => isKept(i))),
  };
}
