/** What a notebook needs to speak: `import { show } from "ostia"`. */
export { type FigureSpec, type MarkdownSpec, markdown, type TableSpec } from "./figures/index.js";
export { session } from "./notebook/session.js";
export { show } from "./notebook/show.js";
export { InvalidInput } from "./numeric/invalid-input.js";
