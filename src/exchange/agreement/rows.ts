/** Columns by rows that have a subject and every value; subject 7 is subject "7". */
export interface NamedRows {
  readonly subjects: string[];
  readonly columns: number[][];
}

/** The rows without a missing subject or value; columns of unequal lengths stay as they are, to be refused. */
export function namedRows(
  subject: readonly (string | number | null)[],
  columns: readonly (readonly number[])[],
): NamedRows {
  const isRagged = columns.some(({ length }) => length !== subject.length);
  const isKept = (i: number): boolean =>
    isRagged || (subject[i] !== null && columns.every((column) => !Number.isNaN(column[i])));
  return {
    subjects: subject.filter((_, i) => isKept(i)).map(String),
    columns: columns.map((column) => column.filter((_, i) => isKept(i))),
  };
}
