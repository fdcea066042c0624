export { type AgreementRow, agreementBars } from "./agreement-bars.js";
export {
  type BlandAltmanPlotOptions,
  type BlandAltmanShown,
  blandAltmanPlot,
} from "./bland-altman-plot.js";
export { type MarkdownSpec, type MimeBundle, markdown, mimeBundle } from "./bundle.js";
export { type CalibrationShown, calibrationPlot } from "./calibration-plot.js";
export { chanceBars } from "./chance-bars.js";
export { decisionCurvePlot, type StrategyShown } from "./decision-curve-plot.js";
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
  type ForestPlotOptions,
  type ForestPooled,
  type ForestStudy,
  forestPlot,
} from "./forest-plot.js";
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
export { type FunnelShown, funnelPlot } from "./funnel-plot.js";
export { type GroupShown, groupPlot } from "./group-plot.js";
export { type IntervalPlotOptions, type IntervalRow, intervalPlot } from "./interval-plot.js";
export { marginsPlot, type PossibleTable } from "./margins-plot.js";
export {
  type MethodComparisonOptions,
  type MethodLine,
  methodComparisonPlot,
} from "./method-comparison-plot.js";
export { type OutcomeGroup, outcomeGrid } from "./outcome-grid.js";
export { type PRangeRow, pRangePlot } from "./p-range-plot.js";
export { type PowerShown, powerPlot } from "./power-plot.js";
export { type PrintedP, readPrintedP } from "./printed-p.js";
export {
  type ResultCell,
  type ResultColumn,
  type ResultTableOptions,
  resultTable,
} from "./result-table.js";
export { type RocShown, rocPlot } from "./roc-plot.js";
export { type AccuracyPlaces, type SrocShown, srocPlot } from "./sroc-plot.js";
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
export {
  type PlotAxis,
  type PlotLook,
  type PlotNote,
  type PlotSeries,
  rangeOf,
  type XyPlot,
  xyPlot,
} from "./xy-plot.js";
