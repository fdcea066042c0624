/** The one place that imports zod: whoever describes a JSON file takes `z` from here. */
export { z } from "zod";
