import { writeFileSync } from "node:fs";
import { jobsPage, PAGE } from "./page.js";

writeFileSync(PAGE, jobsPage());
