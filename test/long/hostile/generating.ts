// A process that can write to only one folder and start no other process. It generates clients from
// malicious descriptions. Arguments: <folder> <seed> <first> <count> <description> …

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { pathToFileURL } from "node:url";
import { buildFromDescription } from "../../../cli/commands/generate/from-description.js";
import { Problems } from "../../../generator/problem.js";
import { writeFolder } from "../../../generator/write/write.js";
import { draftOf } from "./drafts.js";
import { trip } from "./tripwires.js";

const [folder = "", seed, first, count, ...files] = process.argv.slice(2);
trip();
// Node's permission model never allows `fsync`.
fs.fsyncSync = () => {};
syncBuiltinESMExports();

for (let number = Number(first); number < Number(first) + Number(count); number++) {
  const text = draftOf(number, Number(seed), files);
  try {
    const { output } = await buildFromDescription(text, { keepGoing: true });
    await writeFolder(pathToFileURL(`${folder}/c${number}/`), output, { label: "out" });
    console.log(`${number} made`);
  } catch (error) {
    // A rejection gives its reasons. Any other error is a bug in the generator.
    console.log(
      error instanceof Problems
        ? `${number} refused`
        : `${number} broke ${error instanceof Error ? error.stack : error}`,
    );
  }
}
console.log("done");
