export { type AgreementRow, agreementBars } from "./agreement-bars.js";
export { type MarkdownSpec, type MimeBundle, markdown, mimeBundle } from "./bundle.js";
export { chanceBars } from "./chance-bars.js";
export {
  COLUMN_WIDTH,
  type Drawing,
  type FigureSpec,
  figure,
  NARROW_SCREEN,
  NARROW_WIDTH,
  type PlotlyLayout,
  type PlotlyTrace,
} from "./figure.js";
export {
  formatCount,
  formatEstimate,
  formatInterval,
  formatLevel,
  formatNumber,
  formatPercent,
  formatShare,
  type NumberStyle,
  notEstimable,
} from "./format.js";
export { formatP, formatPCell, formatPRange, type PStyle } from "./format-p.js";
export { type IntervalPlotOptions, type IntervalRow, intervalPlot } from "./interval-plot.js";
export { marginsPlot, type PossibleTable } from "./margins-plot.js";
export { type OutcomeGroup, outcomeGrid } from "./outcome-grid.js";
export { type PRangeRow, pRangePlot } from "./p-range-plot.js";
export { type PrintedP, readPrintedP } from "./printed-p.js";
export { renderPng } from "./static/png.js";
export { type RenderedFigure, renderFigure } from "./static/render.js";
export {
  type TableColumn,
  type TableSpec,
  table,
  tableHtml,
  tableMarkdown,
  tableText,
} from "./table.js";
export { COLOURS, SIZES } from "./theme.js";
export { type FigureVerdict, type JudgedFigure, verdictTable } from "./verdict-table.js";
