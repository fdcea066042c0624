/**
 * Writes docs/statistics.md, the list of the statistics that notebooks can import, from the doc comments of
 * src/analysis and the ids of `ostia stat`; needs a build. With --check it only says whether the page is what it
 * would write.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, say } from "./setup.mjs";

const PAGE = "docs/statistics.md";

const AREAS = {
  agreement: "Agreement of two methods",
  reliability: "Reliability and agreement of raters",
  roc: "ROC curves",
  diagnostic: "Diagnostic accuracy",
  proportion: "One proportion",
  compare: "Comparing groups",
  prediction: "Prediction models",
  meta: "Meta-analysis",
  design: "Sample size and power",
  consistency: "Can printed figures be?",
};

const HEAD = `# The statistics of \`ostia/analysis\`

Written by \`node scripts/write-statistics-docs.mjs\` from the doc comments; do not edit. Every function is held against values
computed by R (\`test/reference/statistics\`), refuses bad input by name, and rounds nothing. How often the intervals hold the
truth in small samples: [coverage.md](coverage.md). A script in R or Python calls the same functions by
\`npx ostia stat <id> input.json --json\`.
`;

/** The page from what is built. */
async function statisticsPage() {
  const { STATISTICS } = await import(pathToFileURL(join(ROOT, "dist/exchange/index.js")).href);
  const sections = [];
  for (const [area, title] of Object.entries(AREAS)) {
    const built = await import(pathToFileURL(join(ROOT, `dist/analysis/${area}/index.js`)).href);
    const docs = documentedFunctions(join(ROOT, "src/analysis", area));
    const rows = Object.keys(built)
      .filter((name) => typeof built[name] === "function")
      .sort()
      .map((name) => {
        const { what, sources } = docs.get(name) ?? { what: "", sources: "" };
        return `| \`${name}\` | ${what} | ${sources} |`;
      });
    sections.push(
      [`## ${title}\n`, "| function | what it gives | source |", "|:--|:--|:--|", ...rows, ""].join(
        "\n",
      ),
    );
  }
  const ids = Object.keys(STATISTICS)
    .sort()
    .map((id) => `\`${id}\``);
  const exchange = `## Ids of \`ostia stat\`\n\nInput and answer have the fields of test/reference/statistics/README.md.\n\n${ids.join(", ")}\n`;
  return [HEAD, ...sections, exchange].join("\n");
}

/** First sentence of the doc comment and citation keys of each exported function below a folder. */
function documentedFunctions(folder) {
  const found = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, comment, name] of text.matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?function (\w+)/g,
    )) {
      const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
      const prose = lines
        .join(" ")
        .split(/\s@\w+/)[0]
        .trim()
        .replace(/\s+/g, " ");
      const what = /^.*?[.!?](?=\s+[A-Z]|$)/.exec(prose)?.[0] ?? prose;
      const keys = [...comment.matchAll(/\[@([a-z0-9]+)\]/g)].map(([, key]) => key);
      found.set(name, {
        what: what.replaceAll("|", "\\|"),
        sources: [...new Set(keys)].join(", "),
      });
    }
  }
  return found;
}

const path = join(ROOT, PAGE);
const page = await statisticsPage();
if (!process.argv.includes("--check")) {
  writeFileSync(path, page);
  say(PAGE);
} else if (!existsSync(path) || readFileSync(path, "utf8") !== page) {
  say(`${PAGE} is not what the doc comments say: node scripts/write-statistics-docs.mjs`);
  process.exitCode = 1;
}
