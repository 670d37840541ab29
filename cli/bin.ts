#!/usr/bin/env node
import { main } from "./main.js";
import { optimizeLater, processIo } from "./process.js";

const [command = ""] = process.argv.slice(2);
if (["generate", "pull", "diff"].includes(command)) optimizeLater();
process.exitCode = await main(process.argv.slice(2), processIo(new URL("./", import.meta.url)));
