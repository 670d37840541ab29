import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { main, output, run, say } from "./command.ts";
import { isTagged } from "./git.ts";
import { pendingChanges } from "./pending.ts";
import { completeForNpm } from "./published.ts";
import { isPublished } from "./registry.ts";

const FOLDER = "release";

/**
 * Packs the version that package.json names into `release/`, unless changes still wait for a version, or it is published and tagged already.
 * Needs no credential: what is packed here another job publishes, in which nothing of the package runs.
 */
await main(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  const pending = pendingChanges().length;
  if (pending > 0) {
    say(`${pending} ${pending === 1 ? "change waits" : "changes wait"} for a version: nothing is published`);
    return 0;
  }
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  if (isPublished(name, version) && isTagged(version)) {
    say(`nothing new is published: ${version} is there`);
    return 0;
  }
  const putBack = completeForNpm(process.env);
  try {
    mkdirSync(FOLDER);
    if (run(["npm", "pack", "--pack-destination", FOLDER]).exit !== 0) return 1;
  } finally {
    putBack();
  }
  output("ready", "true");
  return 0;
});
