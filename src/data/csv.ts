import { InvalidInput } from "../numeric/invalid-input.js";

/** One record of a CSV file with the line on which it starts, 1 for the first. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits text into records and cells by RFC 4180: quoted cells may hold separators,
 * line breaks and doubled quotes; lines end in LF or CRLF; a byte order mark is dropped.
 *
 * Nothing is trimmed and nothing is guessed. Empty lines at the end are no records.
 *
 * @param where - the file, for the message
 * @throws InvalidInput on a quote in the middle of a cell or one that is never closed
 */
export function parseCsv(where: string, text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const start = line;
    const cells: string[] = [];
    for (;;) {
      const cell =
        text[at] === '"'
          ? quotedCell(where, text, at, line)
          : plainCell(where, text, at, line, separator);
      cells.push(cell.value);
      line += cell.lines;
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (at < text.length && text[at] !== "\n" && !text.startsWith("\r\n", at)) {
      throw new InvalidInput(
        `${where}, line ${line}`,
        `a quoted cell must end at a separator or at the end of the line; ${JSON.stringify(text[at])} follows it`,
      );
    }
    at += text[at] === "\r" ? 2 : 1;
    line += 1;
    records.push({ line: start, cells });
  }
  while (isBlank(records.at(-1))) records.pop();
  return records;
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function plainCell(where: string, text: string, at: number, line: number, separator: string): Cell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
  if (text[end] === "\n" && end > at && text[end - 1] === "\r") end -= 1;
  const value = text.slice(at, end);
  if (value.includes('"')) {
    throw new InvalidInput(
      `${where}, line ${line}`,
      `a quote may only stand around a whole cell, doubled inside it; got ${value}`,
    );
  }
  return { value, end, lines: 0 };
}

function quotedCell(where: string, text: string, at: number, line: number): Cell {
  let value = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) {
      throw new InvalidInput(`${where}, line ${line}`, "a quote that opens here is never closed");
    }
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      return { value, end: quote + 1, lines: value.split("\n").length - 1 };
    }
    value += '"';
    from = quote + 2;
  }
}

function isBlank(record: CsvRecord | undefined): boolean {
  return record !== undefined && record.cells.length === 1 && record.cells[0] === "";
}
