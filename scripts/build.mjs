/** `npm run build`: the set-up alone. */
import { say, setUp } from "./setup.mjs";

setUp();
say("Ready: packages are installed and dist/ is built.");
