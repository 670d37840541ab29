// A process that can only read. It loads every generated module. Argument: <folder>

import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { trip } from "./tripwires.js";

const [folder = ""] = process.argv.slice(2);
trip();

for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((one) => one.endsWith(".js"))
  .sort()) {
  try {
    await import(pathToFileURL(`${folder}/${name}`).href);
  } catch (error) {
    console.log(`${name} broke ${error instanceof Error ? error.stack : error}`);
  }
}
console.log("done");
