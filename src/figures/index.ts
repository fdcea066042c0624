export { type MarkdownSpec, type MimeBundle, markdown, mimeBundle } from "./bundle.js";
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
