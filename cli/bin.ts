#!/usr/bin/env node
import { main } from "./main.js";
import { processIo } from "./process.js";

process.exitCode = await main(process.argv.slice(2), processIo());
