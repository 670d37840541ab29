// Does the work of many workers in one process.
import { syncAlone } from "../support/many-windows-programs.js";

await syncAlone();
