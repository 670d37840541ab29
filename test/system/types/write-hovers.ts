import { writeFileSync } from "node:fs";
import { hoversPage, PAGE } from "./hovers-page.js";

writeFileSync(PAGE, await hoversPage());
