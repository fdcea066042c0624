import { InvalidInput } from "../numeric/invalid-input.js";
import { escapeMarkup } from "./static/serialise.js";

/** One column of a table. */
export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** `right` for numbers; `left` without anything. */
  readonly align?: "left" | "right" | "centre";
  /** Unit of every number in the column, written in the head. */
  readonly unit?: string;
}

/** A table of cells that are ready to print: formatting is done before. */
export interface TableSpec {
  readonly kind: "table";
  readonly columns: readonly TableColumn[];
  /** (nRows) one text for each column's key. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Key of the column that names the rows. */
  readonly rowHeader: string;
  /** Remark below the table, plain text. */
  readonly note?: string;
}

/**
 * A table from columns and rows of formatted texts.
 *
 * @param options.rowHeader - key of the column that names the rows; the first column
 * @throws InvalidInput without columns, on a key used twice, or on a row without a column's text
 */
export function table({
  columns,
  rows,
  rowHeader,
  note,
}: {
  columns: readonly TableColumn[];
  rows: readonly Readonly<Record<string, string>>[];
  rowHeader?: string;
  note?: string;
}): TableSpec {
  const keys = columns.map((column) => column.key);
  const heading = rowHeader ?? keys[0];
  if (heading === undefined) throw new InvalidInput("table", "needs at least one column; got none");
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) throw new InvalidInput("table", `key "${twice}" is used twice`);
  if (!keys.includes(heading)) {
    throw new InvalidInput("table", `rowHeader must be a column's key; got "${heading}"`);
  }
  for (const [i, row] of rows.entries()) {
    for (const key of keys) {
      if (typeof row[key] !== "string") {
        throw new InvalidInput("table", `row ${i + 1} needs a text for "${key}"; got ${row[key]}`);
      }
    }
  }
  const spec = { kind: "table" as const, columns, rows, rowHeader: heading };
  return note === undefined ? spec : { ...spec, note };
}

/** Column heads as text, unit included: `Area (mm²)`. */
export function headings({ columns }: TableSpec): string[] {
  return columns.map(({ label, unit }) => (unit === undefined ? label : `${label} (${unit})`));
}

/** Texts of the rows, in the columns' order. */
export function cells({ columns, rows }: TableSpec): string[][] {
  return rows.map((row) => columns.map(({ key }) => row[key] ?? ""));
}

/**
 * The table as HTML: heads with scope, one class, alignment and nothing else inline, so that
 * a page's colours and print rules apply.
 */
export function tableHtml(spec: TableSpec): string {
  const head = headings(spec)
    .map((text, i) => `<th scope="col"${alignment(spec.columns[i]!)}>${inHtml(text)}</th>`)
    .join("");
  const body = cells(spec)
    .map((row) => `<tr>${row.map((text, i) => bodyCell(spec, text, i)).join("")}</tr>`)
    .join("\n");
  const foot =
    spec.note === undefined
      ? ""
      : `\n<tfoot>\n<tr><td colspan="${spec.columns.length}">${inHtml(spec.note)}</td></tr>\n</tfoot>`;
  return (
    `<table class="ostia-table">\n<thead>\n<tr>${head}</tr>\n</thead>\n` +
    `<tbody>\n${body}\n</tbody>${foot}\n</table>`
  );
}

/**
 * The table as a Markdown pipe table, with everything that Markdown would read as markup
 * escaped. The dashes are as long as the column is wide: pandoc takes relative column widths
 * from them when a row is long.
 */
export function tableMarkdown(spec: TableSpec): string {
  const head = headings(spec).map(inMarkdown);
  const body = cells(spec).map((row) => row.map(inMarkdown));
  const widths = columnWidths([head, ...body]);
  const rules = spec.columns.map(({ align }, i) => {
    const dashes = "-".repeat(Math.max(3, widths[i]!));
    if (align === "right") return `${dashes.slice(1)}:`;
    return align === "centre" ? `:${dashes.slice(2)}:` : `:${dashes.slice(1)}`;
  });
  const lines = [head, rules, ...body].map((row) => `| ${row.join(" | ")} |`);
  return `${lines.join("\n")}\n${spec.note === undefined ? "" : `\n${inMarkdown(spec.note)}\n`}`;
}

/** The table as aligned plain text. */
export function tableText(spec: TableSpec): string {
  const all = [headings(spec), ...cells(spec)].map((row) => row.map((text) => oneLine(text)));
  const widths = columnWidths(all);
  const lines = all.map((row) =>
    row
      .map((text, i) => pad(text, widths[i]!, spec.columns[i]!.align))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const note = spec.note === undefined ? [] : ["", oneLine(spec.note)];
  return [lines[0]!, rule, ...lines.slice(1), ...note].join("\n");
}

function bodyCell(spec: TableSpec, text: string, index: number): string {
  const column = spec.columns[index]!;
  const style = alignment(column);
  return column.key === spec.rowHeader
    ? `<th scope="row"${style}>${inHtml(text)}</th>`
    : `<td${style}>${inHtml(text)}</td>`;
}

/** Alignment goes inline because notebooks have no style sheet of ours. */
function alignment({ align = "left" }: TableColumn): string {
  return ` style="text-align:${align === "centre" ? "center" : align}"`;
}

function inHtml(text: string): string {
  return escapeMarkup(text).replaceAll("\n", "<br>");
}

function inMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]<>|$~^@#"'&]/g, "\\$&");
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, " ").trim();
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  return rows[0]!.map((_, i) => Math.max(...rows.map((row) => [...row[i]!].length)));
}

function pad(text: string, width: number, align: TableColumn["align"]): string {
  const room = width - [...text].length;
  if (align === "right") return " ".repeat(room) + text;
  if (align !== "centre") return text + " ".repeat(room);
  const before = Math.floor(room / 2);
  return " ".repeat(before) + text + " ".repeat(room - before);
}
