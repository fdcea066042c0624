// Writes datasets/published/claims.schema.json from the schema that `ostia check` uses; needs a build.
import { writeFileSync } from "node:fs";
import { claimsJsonSchema } from "../dist/claims/claims-json-schema.js";

const path = "datasets/published/claims.schema.json";
const text = `${JSON.stringify(claimsJsonSchema(), null, 2)}\n`;
writeFileSync(new URL(`../${path}`, import.meta.url), text);
console.log(path);
